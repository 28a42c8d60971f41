package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From S3 to S3, by Hadoop's S3A. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class S3IT {
  private static final Path SAMPLES = Path.of("src/samples");

  private Path folder;
  private S3Server server;
  private Path local;
  private String counted;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    folder = temp;
    server = S3Server.start(temp);
    try (Stream<Path> logs = Files.list(SAMPLES)) {
      for (Path log : logs.toList()) {
        server.put("logs/" + log.getFileName(), log);
      }
    }
    local = temp.resolve("local");
    counted = done(Submit.with("--master", "local[2]").run("count", "--output", local, SAMPLES));
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private Finished run(Object... words) throws Exception {
    return S3Server.known(server.endpoint(), Submit.with("--master", "local[2]"), S3Server.SECRET)
        .run(words);
  }

  private static String done(Finished run) {
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  /** The results as local files, for who knows nothing of S3. */
  private Path copyOf(String results) throws Exception {
    Path copy = folder.resolve("copy-of-" + results);
    for (String key : server.keys(results + "/")) {
      Path file = copy.resolve(key.substring(results.length() + 1).replace("%3D", "="));
      if (!key.endsWith("/")) {
        Files.createDirectories(file.getParent());
        Files.write(file, server.get(key));
      }
    }
    return copy;
  }

  @Test
  void counts_from_s3_to_s3_are_those_of_local_files() throws Exception {
    assertThat(done(run("count", "--output", "s3a://bucket/counts", "s3a://bucket/logs")))
        .isEqualTo(counted);
    assertThat(Results.in(copyOf("counts"))).isEqualTo(Results.in(local));
    assertThat(server.keys("counts/").stream().map(key -> key.split("/", -1)[1]).distinct())
        .containsExactly("balance", "path_counts", "run.json");
  }

  @Test
  void hits_are_written_and_counted_again() throws Exception {
    done(run("hits", "--output", "s3a://bucket/table", "s3a://bucket/logs"));
    assertThat(done(run("count", "--from", "s3a://bucket/table"))).isEqualTo(counted);
  }

  @Test
  void results_without_a_manifest_are_none() throws Exception {
    server.put("half/hits/x.parquet", "");
    Finished run = run("count", "--from", "s3a://bucket/half");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("has no run.json").hasLineCount(1);
  }

  @Test
  void what_needs_a_rename_is_refused() throws Exception {
    Finished overwrite =
        run("count", "--overwrite", "--output", "s3a://bucket/x", "s3a://bucket/nothing");
    assertThat(overwrite.code()).isEqualTo(2);
    assertThat(overwrite.err()).contains("readers would meet").hasLineCount(1);
    Finished ledger = run("update", "--ledger", "s3a://bucket/x", "s3a://bucket/nothing");
    assertThat(ledger.code()).isEqualTo(2);
    assertThat(ledger.err()).contains("enter the same lines twice").hasLineCount(1);
  }

  @Test
  void a_missing_key_and_a_missing_bucket_are_named() throws Exception {
    Finished key = run("count", "s3a://bucket/nothing");
    assertThat(key.code()).isEqualTo(3);
    assertThat(key.err()).contains("s3a://bucket/nothing matches nothing").hasLineCount(1);
    Finished bucket = run("count", "s3a://no-such-bucket/logs");
    assertThat(bucket.code()).isEqualTo(3);
    assertThat(bucket.err()).contains("bucket does not exist").hasLineCount(1);
  }
}
