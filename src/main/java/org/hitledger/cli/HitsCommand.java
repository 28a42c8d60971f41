package org.hitledger.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hitledger.app.LogRun;
import org.hitledger.app.RunEnvironment;
import org.hitledger.plan.HostAnonymization;
import org.hitledger.plan.PrivacyPlan;
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

  @Option(
      names = "--anonymize-hosts",
      paramLabel = "truncate|hash",
      description =
          "Write the network of an address (IPv4 /24, IPv6 /48) in its place, or a keyed hash.")
  Optional<HostAnonymization> anonymizeHosts;

  @Option(
      names = "--hash-key-file",
      paramLabel = "FILE",
      description =
          "The secret for hashes, 32 bytes or more, so that they are the same in all runs with it"
              + " (default: a random key for this run, kept nowhere).")
  Optional<String> hashKeyFile;

  @Option(names = "--drop-query", description = "Leave out the queries of targets and referers.")
  boolean dropQuery;

  @Option(
      names = "--keep-extra",
      paramLabel = "KEY,...",
      split = ",",
      description =
          "Extra fields to keep although a privacy option is given; without it none is, since they may"
              + " hold cookies, credentials and addresses.")
  Set<String> keepExtra = Set.of();

  @Parameters(paramLabel = "INPUT", arity = "1..*", description = LogOptions.INPUT)
  List<String> inputs;

  @Mixin LogOptions logs;

  @Spec CommandSpec command;

  HitsCommand(Supplier<RunEnvironment> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return LogRun.hits(
            logs.plan(command, inputs, Optional.of(output)),
            new PrivacyPlan(anonymizeHosts, hashKeyFile, dropQuery, keepExtra),
            environment.get())
        .code();
  }
}
