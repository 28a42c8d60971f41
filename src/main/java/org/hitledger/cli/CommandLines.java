package org.hitledger.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FSError;
import org.hitledger.app.RunEnvironment;
import org.hitledger.app.StandardStreams;
import org.hitledger.fault.OutputFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** What reads command lines and runs them, for a process or for one prompt after the other. */
final class CommandLines {
  private final PrintStream out;
  private final PrintStream err;
  private final StandardStreams streams;
  private final CommandFailures failures;

  CommandLines(
      PrintStream out, PrintStream err, StandardStreams streams, CommandFailures failures) {
    this.out = out;
    this.err = err;
    this.streams = streams;
    this.failures = failures;
  }

  /** What stands before the name of a command. */
  @Command(
      name = "./submit.sh [SPARK OPTIONS --]",
      synopsisSubcommandLabel = "COMMAND",
      description = {
        "Counts what was read on a web site, out of its access logs. For a site of your own:",
        "  ./submit.sh count --rules site /var/log/nginx"
      },
      mixinStandardHelpOptions = true,
      versionProvider = VersionProvider.class)
  private static final class Top {}

  /** A new reader with all commands that do one thing, and others. */
  CommandLine with(Supplier<RunEnvironment> environment, Object... others) {
    CommandLine commandLine =
        new CommandLine(new Top())
            .addSubcommand(new CountCommand(environment))
            .addSubcommand(new HitsCommand(environment))
            .addSubcommand(new UpdateCommand(environment))
            .addSubcommand(new CompactCommand(environment))
            .addSubcommand(new ReportCommand(environment))
            .addSubcommand(new SqlCommand(environment))
            .addSubcommand(new DetectCommand(environment));
    Arrays.stream(others).forEach(commandLine::addSubcommand);
    return commandLine
        // The name of a log may start with an @ too.
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(writer(out))
        .setErr(writer(err))
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setParameterExceptionHandler(failures::onUsage)
        .setExecutionExceptionHandler((failure, command, parsed) -> failures.onFailure(failure));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** Runs one. Errors, such as a class that is missing, do not pass picocli's handlers. */
  int execute(CommandLine commandLine, String... args) {
    try {
      return commandLine.execute(args);
    } catch (FSError e) {
      return failures.onFailure(
          new OutputFault(
              "a local file could not be written: %s; is there space on its disk?"
                  .formatted(e.getCause().getMessage()),
              e));
    } catch (LinkageError | AssertionError e) {
      return failures.onBug(e);
    } finally {
      streams.endProgress();
      out.flush();
      err.flush();
    }
  }
}
