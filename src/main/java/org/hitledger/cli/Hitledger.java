package org.hitledger.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.hadoop.util.ShutdownHookManager;
import org.hitledger.app.ExitCode;
import org.hitledger.app.RunEnvironment;
import org.hitledger.app.StandardStreams;
import org.hitledger.fault.Fault;
import org.hitledger.spark.Session;
import org.hitledger.spark.SparkFailures;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command with its subcommands: takes its streams, returns an exit code, never exits. */
@Command(
    name = "./submit.sh [SPARK OPTIONS --]",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Counts what was read on a web site, out of its access logs. For a site of your own:",
      "  ./submit.sh count --rules site /var/log/nginx"
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
public final class Hitledger {
  private final PrintStream out;
  private final PrintStream err;
  private final StandardStreams streams;
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
    this.sessions = sessions;
  }

  /**
   * Runs one command line.
   *
   * @param args the words after {@code --}
   * @return an {@link ExitCode}
   */
  public int run(String... args) {
    CommandLine commandLine = commandLine(RunEnvironment.prepare(sessions, streams));
    int code = args.length == 0 ? usage(commandLine) : execute(commandLine, args);
    out.flush();
    err.flush();
    return code;
  }

  /** Errors, such as a class that is missing, do not pass picocli's handlers. */
  private int execute(CommandLine commandLine, String... args) {
    try {
      return commandLine.execute(args);
    } catch (LinkageError | AssertionError e) {
      return onBug(e);
    } finally {
      streams.endProgress();
    }
  }

  /** All commands with their options, as the documentation must have them. */
  CommandSpec spec() {
    return commandLine(RunEnvironment.prepare(sessions, streams)).getCommandSpec();
  }

  private CommandLine commandLine(Supplier<RunEnvironment> environment) {
    return new CommandLine(this)
        .addSubcommand(new CountCommand(environment))
        .addSubcommand(new HitsCommand(environment))
        .addSubcommand(new UpdateCommand(environment))
        .addSubcommand(new CompactCommand(environment))
        .addSubcommand(new SqlCommand(environment))
        .addSubcommand(new DetectCommand(environment))
        // The name of a log may start with an @ too.
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(writer(out))
        .setErr(writer(err))
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setParameterExceptionHandler(this::onUsage)
        .setExecutionExceptionHandler((failure, command, parsed) -> onFailure(failure));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private int usage(CommandLine commandLine) {
    commandLine.usage(err);
    return ExitCode.USAGE.code();
  }

  private int onUsage(ParameterException failure, String[] args) {
    say(
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

  private int onFailure(Exception failure) {
    if (ShutdownHookManager.get().isShutdownInProgress()) {
      // Whatever fails now fails because the process was told to stop.
      return ExitCode.INTERNAL.code();
    }
    return SparkFailures.explain(failure).map(this::onFault).orElseGet(() -> onBug(failure));
  }

  private int onFault(Fault fault) {
    say(fault.getMessage());
    fault.picture().forEach(streams::picture);
    return ExitCode.of(fault).code();
  }

  private int onBug(Throwable failure) {
    say("this should not have happened; please report it with the lines below");
    streams.trace(failure);
    return ExitCode.INTERNAL.code();
  }

  private void say(String message) {
    streams.note(message);
  }
}
