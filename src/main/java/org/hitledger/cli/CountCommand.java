package org.hitledger.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hitledger.app.CountFormat;
import org.hitledger.app.CountProduct;
import org.hitledger.app.FromRun;
import org.hitledger.app.LogRun;
import org.hitledger.app.RunEnvironment;
import org.hitledger.period.AllTime;
import org.hitledger.period.Periods;
import org.hitledger.period.TimeDivision;
import org.hitledger.period.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments of {@code count}; {@link LogRun} does what they ask for. */
@Command(
    name = "count",
    description = {
      "Counts hits per path, of one section or of a whole site. For a site of your own:",
      "  ./submit.sh count --rules site /var/log/nginx",
      "The result goes to standard output, the balance of all lines to standard error."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes:",
      "  0  complete",
      "  1  internal error, or the cluster failed",
      "  2  usage",
      "  3  input fault, nothing published",
      "  4  published, but a damaged file was not read to its end (--on-damage salvage)",
      "  5  output could not be written, older results whole",
      " 52  out of memory, for a line that fills it (Spark's own code)"
    })
final class CountCommand implements Callable<Integer> {
  private final Supplier<RunEnvironment> environment;

  @Parameters(paramLabel = "INPUT", arity = "0..*", description = LogOptions.INPUT)
  List<String> inputs = List.of();

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description =
          "Instead of INPUT: a ledger, or a folder that hits has written; the counts are those of"
              + " its logs.")
  Optional<String> from;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Also write Parquet: DIR/path_counts, DIR/balance and, last, DIR/run.json.")
  Optional<String> output;

  @Mixin CriteriaOptions criteria;

  @Option(
      names = "--by",
      paramLabel = "day|hour|month",
      description = "Count each path anew in each of these periods.")
  Optional<Unit> by;

  @Option(
      names = "--top",
      paramLabel = "N|all",
      defaultValue = "20",
      converter = RowLimit.Converter.class,
      description = "Rows to print, with --by of each period (default: ${DEFAULT-VALUE}).")
  RowLimit top;

  @Option(
      names = "--format",
      paramLabel = "table|tsv|json",
      defaultValue = "table",
      description =
          "How to print them (default: ${DEFAULT-VALUE}); tsv is count<TAB>path, with --by"
              + " period<TAB>count<TAB>path.")
  CountFormat format;

  @Mixin LogOptions logs;

  @Mixin ResultOptions results;

  @Spec CommandSpec command;

  CountCommand(Supplier<RunEnvironment> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    TimeDivision division =
        by.<TimeDivision>map(unit -> new Periods(unit, criteria.zone)).orElse(AllTime.INSTANCE);
    var product = new CountProduct(criteria.criteria(), division, top.rows(), format);
    return from.map(
            folder ->
                FromRun.count(
                    FromOptions.plan(command, folder, logs, output, results),
                    product,
                    environment.get()))
        .orElseGet(
            () ->
                LogRun.count(
                    FromOptions.planOfLogs(command, inputs, logs, output, results),
                    product,
                    environment.get()))
        .code();
  }
}
