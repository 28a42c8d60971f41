package org.hitledger.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hitledger.app.CompactRun;
import org.hitledger.app.RunEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The arguments of {@code compact}; {@link CompactRun} does what they ask for. */
@Command(
    name = "compact",
    description = {
      "Joins the small segments at the end of a ledger into one.",
      "sql, count --from and update read it right at any moment. Who reads the Parquet files by a",
      "pattern finds lines twice until it ends, and has to be told."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {"", "Exit codes are those of update."})
final class CompactCommand implements Callable<Integer> {
  private final Supplier<RunEnvironment> environment;

  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      required = true,
      description = "The ledger, as update has made it.")
  String ledger;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "How long to wait for an update of the ledger to end (default: ${DEFAULT-VALUE}).")
  int waitSeconds;

  @Spec CommandSpec command;

  CompactCommand(Supplier<RunEnvironment> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return CompactRun.join(
            ledger, Duration.ofSeconds(waitSeconds), GivenOptions.of(command), environment.get())
        .code();
  }
}
