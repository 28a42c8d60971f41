package org.hitledger.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hitledger.app.ExitCode;
import org.hitledger.app.RunEnvironment;
import org.hitledger.app.UpdatePlan;
import org.hitledger.app.UpdateRun;
import org.hitledger.fault.UsageFault;
import org.hitledger.ledger.LogFiles;
import org.hitledger.plan.LogPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments of {@code update}; {@link UpdateRun} does what they ask for. */
@Command(
    name = "update",
    description = {
      "Enters into a ledger what its logs have that it has not seen, each line once. For every night:",
      "  ./submit.sh update --ledger DIR --rules site /var/log/nginx",
      "One line on standard output says what was added; nothing is said if nothing is new."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes are those of count: 2 also for another update that is going on, or other settings",
      "than the ledger's; 3 also for a log that is shorter than what is entered of it, or changed."
    })
final class UpdateCommand implements Callable<Integer> {
  private final Supplier<RunEnvironment> environment;

  @Parameters(paramLabel = "INPUT", arity = "1..*", description = LogOptions.INPUT)
  List<String> inputs;

  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      required = true,
      description =
          "The ledger: Parquet in DIR/segments, one segment for each update that found something.")
  String ledger;

  @Option(names = "--dry-run", description = "Print what each file is, and enter nothing.")
  boolean dryRun;

  @Option(
      names = "--rebuild",
      description =
          "Make the ledger anew from INPUT, with these settings: it is replaced whole or not at all.")
  boolean rebuild;

  @Option(
      names = "--final",
      description = "Enter a last line without its end too; what grows behind it is a fault then.")
  boolean isFinal;

  @Option(
      names = "--verify",
      description =
          "Read also the files whose length, time, first and last bytes are as they were.")
  boolean verifies;

  @Option(
      names = "--accept-shorter",
      paramLabel = "FILE",
      description = "This file was cut on purpose; what is entered of it stays.")
  List<String> acceptedShorter = List.of();

  @Option(
      names = "--rejects",
      description = "Also write the rejected lines of this update. They may hold personal data.")
  boolean keepsRejects;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "How long to wait for another update of the ledger to end (default: ${DEFAULT-VALUE}).")
  int waitSeconds;

  @Mixin PrivacyOptions privacy;

  @Mixin LogOptions logs;

  @Spec CommandSpec command;

  UpdateCommand(Supplier<RunEnvironment> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var plan =
        new UpdatePlan(
            logs.plan(command, inputs, LogPlan.Results.NONE),
            privacy.plan(),
            ledger,
            keepsRejects,
            new LogFiles.Reading(isFinal, verifies, logs.onDamage),
            acceptedShorter,
            Duration.ofSeconds(waitSeconds));
    return run(plan, environment.get()).code();
  }

  private ExitCode run(UpdatePlan plan, RunEnvironment with) {
    if (dryRun && rebuild) {
      throw new UsageFault("--dry-run prints what an update would enter; leave --rebuild out");
    }
    if (dryRun) {
      return UpdateRun.show(plan, with);
    }
    return rebuild ? UpdateRun.rebuild(plan, with) : UpdateRun.enter(plan, with);
  }
}
