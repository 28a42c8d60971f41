package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.cluster.Submit.Running;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A driver that is killed at any point leaves whole results, and the next run converges. */
@Full
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledDriverIT {
  @TempDir Path folder;

  private static Object[] count(Path output, Path logs) {
    return new Object[] {"count", "--overwrite", "--output", "gate:" + output, "gate:" + logs};
  }

  /** In the one case where the target is missing, the older results lie beside it, whole. */
  @ParameterizedTest
  @CsvSource({
    "open:access.log-2, results",
    "create:path_counts, results",
    "create:balance, results",
    "create:run.json, results",
    "rename:.results.previous-1, results",
    "rename:/results, beside",
    "delete:.results.previous-1, results",
  })
  void older_or_newer_results_stay_whole(String at, String where) throws Exception {
    Path output = folder.resolve("results");
    Path before = CorpusOnDisk.write(folder.resolve("before"), 1);
    Path after = CorpusOnDisk.write(folder.resolve("after"), 2);
    Results old = published(output, before);

    Gate gate = Gate.in(folder.resolve("gate"));
    String call = at.equals("rename:/results") ? "rename:" + output : at;
    Running run = Submit.with("--master", "local[2]").gate(gate, call).start(count(output, after));
    gate.awaitArrival(run).destroyForcibly();
    assertThat(run.finish().code()).isEqualTo(128 + 9);

    boolean isPublished = at.startsWith("delete");
    Results left = Results.in(where.equals("beside") ? previous() : output);
    if (!isPublished) {
      assertThat(left).isEqualTo(old);
    }
    Results now = published(output, after);
    assertThat(now).isNotEqualTo(old);
    if (isPublished) {
      assertThat(left).isEqualTo(now);
    }
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("results", "before", "after", "gate", "open-gate");
    }
  }

  private Path previous() throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.getFileName().toString().startsWith(".results.previous-"))
          .findAny()
          .orElseThrow();
    }
  }

  private Results published(Path output, Path logs) throws Exception {
    Files.createDirectories(folder.resolve("open-gate"));
    Finished run =
        Submit.with("--master", "local[2]")
            .gate(new Gate(folder.resolve("open-gate")), "never:")
            .run(count(output, logs));
    assertThat(run.code()).as(run.err()).isZero();
    return Results.in(output);
  }
}
