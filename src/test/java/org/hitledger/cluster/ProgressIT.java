package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal sees of a run over one large packed file, which is one task. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ProgressIT {
  private static final int BYTES = 200_000_000;
  private static final int LINES_AT_A_TIME = 10_000;

  private static final Pattern WITHIN_FILE =
      Pattern.compile(
          "(\\w+ \\w+(?: \\w+)?(?:, pass 2)?)  0 of 1 files  ([0-9.]+) of 200[0-9.]* MB");

  @TempDir Path folder;
  private Path log;

  @BeforeAll
  void writeLog(@TempDir Path temp) throws IOException {
    log = temp.resolve("access.log.gz");
    byte[] lines = lines();
    try (OutputStream out = new Stored(new BufferedOutputStream(Files.newOutputStream(log)))) {
      for (int bytes = 0; bytes < BYTES; bytes += lines.length) {
        out.write(lines);
      }
    }
  }

  /** Gzip that packs nothing, so that the file is as large as what is in it. */
  private static final class Stored extends GZIPOutputStream {
    Stored(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.NO_COMPRESSION);
    }
  }

  private static byte[] lines() {
    var lines = new StringBuilder();
    for (int i = 0; i < LINES_AT_A_TIME; i++) {
      lines.append(
          "192.0.2.1 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/%d.html HTTP/1.1\" 200 5 \"-\" \"x\"\n"
              .formatted(i));
    }
    return lines.toString().getBytes(US_ASCII);
  }

  /** Megabytes seen while one thing was done and no file was through. */
  private static List<Double> megabytesWithinFile(Finished run, String purpose) {
    return WITHIN_FILE
        .matcher(run.out())
        .results()
        .filter(shown -> shown.group(1).endsWith(purpose))
        .map((MatchResult shown) -> Double.valueOf(shown.group(2)))
        .toList();
  }

  private static void requireMoving(List<Double> megabytes, int times) {
    assertThat(megabytes).isSorted();
    assertThat(megabytes.stream().filter(seen -> seen > 0).distinct().count())
        .as("%s", megabytes)
        .isGreaterThanOrEqualTo(times);
  }

  @Test
  void the_line_moves_within_a_file_of_200_mb() throws Exception {
    Finished run = Submit.with("--master", "local[2]").startOnTerminal("count", log).finish();

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).containsSubsequence("looking at 1 files", "starting Spark", "counting");
    // With a figure a second a fast machine may show no more of them.
    requireMoving(megabytesWithinFile(run, "counting lines"), 1);
  }

  @Test
  void it_moves_on_a_cluster_too_and_tells_of_writing_and_publishing() throws Exception {
    try (StandaloneCluster cluster = new StandaloneCluster(folder, 1)) {
      Finished run =
          cluster
              .submit()
              .startOnTerminal("hits", "--output", folder.resolve("results"), log)
              .finish();

      assertThat(run.code()).as(run.out()).isZero();
      requireMoving(megabytesWithinFile(run, "writing the hits"), 2);
      assertThat(run.out()).containsSubsequence("auditing the hits", "publishing");
    }
  }

  @Test
  void nothing_of_it_goes_into_a_file() throws Exception {
    Finished run = Submit.with("--master", "local[2]").run("count", log);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out() + run.err()).doesNotContain("\u001B", "\r", "starting Spark", "MB/s");
  }
}
