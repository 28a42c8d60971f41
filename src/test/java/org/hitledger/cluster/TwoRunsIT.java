package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/**
 * Two runs at once on one output: each is refused or right, and what is there in the end is wholly
 * the one's or wholly the other's.
 */
@Full
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TwoRunsIT {
  private static final String REFUSED =
      "hitledger: gate:%s appeared while the run was going, and was left as it is\n";

  private Path shared;
  private Path folder;
  private Path output;

  /** One of the two, with logs of its own, and a gate of its own before one of its renames. */
  private final class Contender {
    private final String name;
    private final boolean overwrite;
    private final Path logs;
    private final Gate gate;
    private final Running running;

    Contender(String name, boolean overwrite, String heldAt) throws Exception {
      this.name = name;
      this.overwrite = overwrite;
      logs = logsOf(name);
      gate = Gate.in(folder.resolve("gate-" + name));
      running = submit(gate, heldAt).start(words());
    }

    private Object[] words() {
      return Stream.of("count", overwrite ? "--overwrite" : "", "--output", "gate:" + output, logs)
          .filter(word -> !word.equals(""))
          .toArray();
    }

    /** Wholly what this run makes of its logs: both tables, and the manifest of the same run. */
    private boolean hasPublished() throws Exception {
      var inputs =
          new ObjectMapper().readTree(output.resolve("run.json").toFile()).findValuesAsText("file");
      return inputs.stream().allMatch(file -> file.startsWith("file:" + logs + "/"))
          && Results.in(output).equals(Results.in(alone(name)));
    }

    private void requireRight(Finished run) {
      if (overwrite || run.code() == 0) {
        assertThat(run.code()).as(run.err()).isZero();
      } else {
        assertThat(run.code()).as(run.err()).isEqualTo(5);
        assertThat(run.err()).endsWith(REFUSED.formatted(output));
      }
      assertThat(run.err()).doesNotContain("\tat ").doesNotContain("report");
    }
  }

  private static Submit submit(Gate gate, String heldAt) throws Exception {
    return Submit.with("--master", "local[2]").gate(gate, heldAt);
  }

  private Path logsOf(String name) {
    return shared.resolve("logs-" + name);
  }

  private Path alone(String name) {
    return shared.resolve("alone-" + name);
  }

  @BeforeAll
  void runEachAlone(@TempDir Path temp) throws Exception {
    shared = temp;
    long seed = 1;
    for (String name : List.of("a", "b", "older")) {
      CorpusOnDisk.write(logsOf(name), seed++);
      Finished run = Submit.with().run("count", "--output", alone(name), logsOf(name));
      assertThat(run.code()).as(run.err()).isZero();
    }
  }

  @BeforeEach
  void choose(@TempDir Path temp) {
    folder = temp;
    output = temp.resolve("results");
  }

  private void putOlderResults() throws Exception {
    var copy = new ProcessBuilder("cp", "-r", alone("older").toString(), output.toString());
    assertThat(copy.start().waitFor()).isZero();
  }

  private void requireNothingBeside() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("results", "gate-a", "gate-b");
    }
  }

  /** Both are ready to rename, and are let go together. */
  @ParameterizedTest
  @CsvSource({
    "false, /results, false, false",
    "false, /results, true, false",
    "false, /results, true, true",
    "true, /.results.previous-1, true, true",
    "true, /results, true, true",
  })
  void released_together_each_is_refused_or_right(
      boolean areOlderResults, String heldAt, boolean overwriteA, boolean overwriteB)
      throws Exception {
    if (areOlderResults) {
      putOlderResults();
    }
    var a = new Contender("a", overwriteA, "rename:" + folder + heldAt);
    a.gate.awaitArrival(a.running);
    var b = new Contender("b", overwriteB, "rename:" + folder + heldAt);
    b.gate.awaitArrival(b.running);

    a.gate.letGo();
    b.gate.letGo();
    Finished endOfA = a.running.finish();
    Finished endOfB = b.running.finish();

    a.requireRight(endOfA);
    b.requireRight(endOfB);
    assertThat(List.of(endOfA.code(), endOfB.code())).contains(0);
    assertThat(a.hasPublished() ? endOfA.code() : endOfB.code()).isZero();
    assertThat(a.hasPublished()).isNotEqualTo(b.hasPublished());
    requireNothingBeside();
  }

  @Test
  void one_that_was_overtaken_is_refused() throws Exception {
    var late = new Contender("a", false, "rename:" + output);
    late.gate.awaitArrival(late.running);
    var early = new Contender("b", false, "never:");
    assertThat(early.running.finish().code()).isZero();

    late.gate.letGo();
    Finished run = late.running.finish();

    assertThat(run.code()).isEqualTo(5);
    late.requireRight(run);
    assertThat(early.hasPublished()).isTrue();
    requireNothingBeside();
  }

  /** Between its two renames, when there is nothing at the target, and older results beside. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void one_that_begins_and_ends_while_the_other_swaps_is_replaced(boolean overwrite)
      throws Exception {
    putOlderResults();
    var swapping = new Contender("a", true, "rename:" + output);
    swapping.gate.awaitArrival(swapping.running);
    var other = new Contender("b", overwrite, "never:");
    Finished endOfOther = other.running.finish();
    assertThat(endOfOther.code()).as(endOfOther.err()).isZero();
    assertThat(endOfOther.err()).contains("another run writes at");
    assertThat(other.hasPublished()).isTrue();

    swapping.gate.letGo();
    Finished run = swapping.running.finish();

    swapping.requireRight(run);
    assertThat(swapping.hasPublished()).isTrue();
    requireNothingBeside();
  }
}
