package org.hitledger.cli;

import java.util.Optional;
import org.apache.hadoop.util.ShutdownHookManager;
import org.hitledger.app.ExitCode;
import org.hitledger.app.StandardStreams;
import org.hitledger.fault.Fault;
import org.hitledger.spark.ClusterWatch;
import org.hitledger.spark.CurrentRun;
import org.hitledger.text.VisibleText;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What went wrong with a command, as messages and exit codes. */
final class CommandFailures {
  private final StandardStreams streams;
  private final CurrentRun run;
  private final ClusterWatch cluster;
  private Optional<String> last = Optional.empty();

  CommandFailures(StandardStreams streams, CurrentRun run, ClusterWatch cluster) {
    this.streams = streams;
    this.run = run;
    this.cluster = cluster;
  }

  /** What was last told of a failure, in one line. */
  Optional<String> last() {
    return last;
  }

  private void tell(String message) {
    last = Optional.of(VisibleText.of(message));
    streams.note(message);
  }

  int onUsage(ParameterException failure, String[] args) {
    tell(
        failure instanceof UnmatchedArgumentException unmatched
                && failure.getCommandLine().getParent() == null
            ? "no command is named '%s'; expected %s; see --help"
                .formatted(unmatched.getUnmatched().get(0), commands(failure.getCommandLine()))
            : failure.getMessage() + "; see --help");
    return ExitCode.USAGE.code();
  }

  private static String commands(CommandLine commandLine) {
    return String.join(", ", commandLine.getSubcommands().keySet());
  }

  int onFailure(Exception failure) {
    if (ShutdownHookManager.get().isShutdownInProgress()) {
      // Whatever fails now fails because the process was told to stop.
      return ExitCode.INTERNAL.code();
    }
    if (run.isStopped()) {
      // Nor is this anything else.
      tell("stopped; nothing was published");
      return ExitCode.INTERNAL.code();
    }
    return cluster.explain(failure).map(this::onFault).orElseGet(() -> onBug(failure));
  }

  private int onFault(Fault fault) {
    tell(fault.getMessage());
    fault.picture().forEach(streams::picture);
    return ExitCode.of(fault).code();
  }

  int onBug(Throwable failure) {
    tell("this should not have happened; please report it with the lines below");
    streams.trace(failure);
    return ExitCode.INTERNAL.code();
  }
}
