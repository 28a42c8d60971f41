package org.hitledger.cli;

import java.io.Serial;

/**
 * Thrown out of {@code main} where YARN hosts the driver: YARN shows the text of what was thrown,
 * with its stack trace if it has one, as the diagnostics of the application. {@code submit.sh}
 * reads the exit code there.
 */
final class FailedRun extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  FailedRun(String why, int exitCode) {
    super("%s (exit code %d)".formatted(why, exitCode), null, false, false);
  }
}
