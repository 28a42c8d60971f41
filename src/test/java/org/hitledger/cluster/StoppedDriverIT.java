package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.cluster.Submit.Running;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and SIGTERM publish nothing and clean up, whatever the run was doing. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StoppedDriverIT {
  private Path logs;
  private Path older;
  private Path folder;
  private Path output;
  private Gate gate;

  @BeforeAll
  void makeOlderResults(@TempDir Path temp) throws Exception {
    logs = CorpusOnDisk.write(temp.resolve("logs"), 1);
    older = temp.resolve("older");
    Path olderLogs = CorpusOnDisk.write(temp.resolve("older-logs"), 2);
    Finished run = Submit.with().run("count", "--output", older, olderLogs);
    assertThat(run.code()).as(run.err()).isZero();
  }

  @BeforeEach
  void choose(@TempDir Path temp) throws Exception {
    folder = temp;
    output = temp.resolve("results");
    gate = Gate.in(temp.resolve("gate"));
  }

  private void putOlderResults() throws Exception {
    var copy = new ProcessBuilder("cp", "-r", older.toString(), output.toString());
    assertThat(copy.start().waitFor()).isZero();
  }

  private Running startedAndHeldAt(String call) throws Exception {
    Running run =
        Submit.with("--master", "local[2]")
            .gate(gate, call)
            .start("count", "--overwrite", "--output", "gate:" + output, "gate:" + logs);
    gate.awaitArrival(run);
    return run;
  }

  private void requireNothingBut(String... names) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .filteredOn(name -> !name.equals("gate"))
          .containsExactlyInAnyOrder(names);
    }
  }

  private static void requireStopped(Finished run, int code) {
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("hitledger: stopped; nothing was published\n");
  }

  /** The file that is held at the gate is made after the signal, if its task still can. */
  @ParameterizedTest
  @CsvSource({
    "INT, 130, mkdirs:.results.staging, false",
    "INT, 130, open:access.log-2, false",
    "TERM, 143, open:access.log-2, true",
    "INT, 130, create:path_counts, true",
    "TERM, 143, create:path_counts, false",
    "TERM, 143, create:balance, false",
  })
  void nothing_is_published_and_nothing_left(
      String signal, int code, String heldAt, boolean areOlderResults) throws Exception {
    if (areOlderResults) {
      putOlderResults();
    }
    Running run = startedAndHeldAt(heldAt);
    run.signal(signal);
    gate.letGo();
    requireStopped(run.finish(), code);
    if (areOlderResults) {
      assertThat(Results.in(output)).isEqualTo(Results.in(older));
      requireNothingBut("results");
    } else {
      requireNothingBut();
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130, open:access.log-2", "TERM, 143, create:path_counts"})
  void a_task_that_is_stuck_holds_nobody_up(String signal, int code, String heldAt)
      throws Exception {
    putOlderResults();
    Running run = startedAndHeldAt(heldAt);
    run.signal(signal);
    requireStopped(run.finish(), code);
    assertThat(Results.in(output)).isEqualTo(Results.in(older));
    requireNothingBut("results");
  }

  /** It is too late to stop then, and too early to say that nothing was published. */
  @ParameterizedTest
  @CsvSource({"INT, 130, rename:.results.previous-1", "TERM, 143, rename:/results"})
  void between_the_renames_the_results_are_published(String signal, int code, String heldAt)
      throws Exception {
    putOlderResults();
    Running run = startedAndHeldAt(heldAt.replace(":/results", ":" + output));
    run.signal(signal);
    gate.letGo();
    Finished end = run.finish();
    assertThat(end.code()).as(end.err()).isEqualTo(code);
    assertThat(end.err()).doesNotContain("nothing was published").doesNotContain("\tat ");
    assertThat(Results.in(output)).isNotEqualTo(Results.in(older));
    assertThat(output.resolve("run.json")).exists();
    requireNothingBut("results");
  }

  @Test
  void without_an_output_it_says_so_too() throws Exception {
    Running run =
        Submit.with("--master", "local[2]")
            .gate(gate, "open:access.log-2")
            .start("count", "gate:" + logs);
    gate.awaitArrival(run);
    run.signal("INT");
    gate.letGo();
    requireStopped(run.finish(), 130);
  }
}
