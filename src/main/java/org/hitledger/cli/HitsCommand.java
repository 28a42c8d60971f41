package org.hitledger.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hitledger.app.LogRun;
import org.hitledger.app.RunEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments of {@code hits}; {@link LogRun} does what they ask for. */
@Command(
    name = "hits",
    description = {
      "Writes every accepted line as a row of typed columns, for queries.",
      "The balance of all lines goes to standard error."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {"", "Exit codes are those of count."})
final class HitsCommand implements Callable<Integer> {
  private final Supplier<RunEnvironment> environment;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Where to: Parquet in DIR/hits, by date, DIR/balance and, last, DIR/run.json.")
  String output;

  @Mixin PrivacyOptions privacy;

  @Parameters(paramLabel = "INPUT", arity = "1..*", description = LogOptions.INPUT)
  List<String> inputs;

  @Mixin LogOptions logs;

  @Mixin ResultOptions results;

  @Spec CommandSpec command;

  HitsCommand(Supplier<RunEnvironment> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return LogRun.hits(
            logs.plan(command, inputs, results.plan(Optional.of(output))),
            privacy.plan(),
            environment.get())
        .code();
  }
}
