package org.hitledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * A real fuzzing run for as many lines as a build has time for. It is new chance each time; what it
 * finds lies under {@code target/fuzz}, and its output says how it came about.
 */
class LineFuzzIT {
  private static final int LINES = 500_000;

  /** Some ten times as many as it took, on average, to find it. */
  private static final int LINES_TO_A_FAULT = 2_000_000;

  private static final int FOUND_SOMETHING = 77;

  @Test
  void no_line_is_found_that_throws_or_that_the_oracle_sees_otherwise()
      throws IOException, InterruptedException {
    Fuzzer fuzzer = Fuzzer.on(LineFuzzTarget.class);
    Fuzzer.Finished finished = fuzzer.run(LINES);
    assertThat(finished.code()).as(finished.output()).isZero();
    assertThat(finished.runs()).as(finished.output()).isGreaterThanOrEqualTo(LINES);
    assertThat(finished.newLines()).as("ways through the code").isGreaterThan(100);
  }

  /** Else a fuzzer that sees nothing, on some JVM, would pass for one that finds nothing. */
  @Test
  void a_planted_fault_is_found() throws IOException, InterruptedException {
    Fuzzer fuzzer = Fuzzer.on(PlantedFaultTarget.class);
    Fuzzer.Finished finished = fuzzer.run(LINES_TO_A_FAULT);
    assertThat(finished.code()).as(finished.output()).isEqualTo(FOUND_SOMETHING);
    assertThat(finished.output()).contains("found the planted fault");
    assertThat(fuzzer.folder()).isDirectoryContaining("glob:**/crash-*");
  }
}
