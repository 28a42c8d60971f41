package org.hitledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hitledger.testing.Cases;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.Test;

/**
 * A real fuzzing run, from a fixed seed and the lines of {@code seeds}, so that it is the same each
 * time. New chance is for {@link FuzzMain}; what that finds becomes one of the seeds.
 */
@Full
class LineFuzzIT {
  private static final int LINES = Cases.FUZZED_LINES.count();

  /** From this seed, so that the same lines are made each time. */
  private static final int SEED = 1;

  /** The line that it starts from shows the fault: chance has no part in it. */
  private static final int LINES_TO_A_FAULT = 1_000;

  private static final int FOUND_SOMETHING = 77;

  @Test
  void no_line_is_found_that_throws_or_that_the_oracle_sees_otherwise()
      throws IOException, InterruptedException {
    Fuzzer fuzzer = Fuzzer.on(LineFuzzTarget.class, Fuzzer.seeds());
    Fuzzer.Finished finished = fuzzer.run(LINES, SEED);
    assertThat(finished.code()).as(finished.output()).isZero();
    assertThat(finished.runs()).as(finished.output()).isGreaterThanOrEqualTo(LINES);
    assertThat(finished.newLines()).as("ways through the code").isGreaterThan(100);
  }

  /** Else a fuzzer that sees nothing, on some JVM, would pass for one that finds nothing. */
  @Test
  void a_planted_fault_is_found() throws IOException, InterruptedException {
    Fuzzer fuzzer = Fuzzer.on(PlantedFaultTarget.class, Fuzzer.fault());
    Fuzzer.Finished finished = fuzzer.run(LINES_TO_A_FAULT, SEED);
    assertThat(finished.code()).as(finished.output()).isEqualTo(FOUND_SOMETHING);
    assertThat(finished.output()).contains("found the planted fault");
    assertThat(fuzzer.folder()).isDirectoryContaining("glob:**/crash-*");
  }
}
