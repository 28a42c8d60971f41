package org.hitledger.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hitledger.app.DetectRun;
import org.hitledger.app.QueryFormat;
import org.hitledger.app.RunEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code detect}; {@link DetectRun} does what they ask for. */
@Command(
    name = "detect",
    description = {
      "Shows which log format each file has, by its first lines: how many of them fit, and the first"
          + " that does not."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes:",
      "  0  all files were looked at",
      "  1  internal error",
      "  2  usage",
      "  3  an input is missing or unreadable",
      "  5  standard output could not be written"
    })
final class DetectCommand implements Callable<Integer> {
  private final Supplier<RunEnvironment> environment;

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = "Logs: files, folders and globs, as count takes them.")
  List<String> inputs;

  @Option(
      names = "--log-zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      converter = ZoneConverter.class,
      description = "Zone of logged times that say none (default: ${DEFAULT-VALUE}).")
  ZoneId logZone;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "How to print the rows (default: ${DEFAULT-VALUE}).")
  QueryFormat format;

  DetectCommand(Supplier<RunEnvironment> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return DetectRun.execute(inputs, logZone, format, environment.get()).code();
  }
}
