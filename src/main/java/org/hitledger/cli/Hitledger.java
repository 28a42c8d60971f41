package org.hitledger.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.hitledger.app.ExitCode;
import org.hitledger.app.RunEnvironment;
import org.hitledger.app.StandardStreams;
import org.hitledger.spark.ClusterWatch;
import org.hitledger.spark.CurrentRun;
import org.hitledger.spark.Session;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command with its subcommands: takes its streams, returns an exit code, never exits. */
public final class Hitledger {
  private final PrintStream out;
  private final PrintStream err;
  private final StandardStreams streams;
  private final ClusterWatch cluster = new ClusterWatch();
  private final CommandFailures failures;
  private final CommandLines commandLines;
  private final Session.Source sessions;

  /**
   * A command that writes to the given streams.
   *
   * @param out for results
   * @param err for everything else
   * @param sessions where to get Spark from
   */
  public Hitledger(PrintStream out, PrintStream err, Session.Source sessions) {
    this.out = out;
    this.err = err;
    this.streams = new StandardStreams(out, err);
    // Only the process can be told to stop, and not a run of it.
    this.failures = new CommandFailures(streams, new CurrentRun(), cluster);
    this.commandLines = new CommandLines(out, err, streams, failures);
    this.sessions = sessions;
  }

  /**
   * Runs one command line.
   *
   * @param args the words after {@code --}
   * @return an {@link ExitCode}
   */
  public int run(String... args) {
    CommandLine commandLine = commandLine(RunEnvironment.prepare(sessions, streams, cluster));
    if (args.length > 0) {
      return commandLines.execute(commandLine, args);
    }
    commandLine.usage(err);
    err.flush();
    return ExitCode.USAGE.code();
  }

  /**
   * What the last run said of its failure.
   *
   * @return one line, safe to look at; nothing if none has failed, or all it had to say is how it
   *     is used
   */
  public Optional<String> failure() {
    return failures.last();
  }

  /** All commands with their options, as the documentation must have them. */
  CommandSpec spec() {
    return commandLine(RunEnvironment.prepare(sessions, streams, cluster)).getCommandSpec();
  }

  private CommandLine commandLine(Supplier<RunEnvironment> environment) {
    return commandLines.with(environment, new ShellCommand(environment, out, err));
  }
}
