package org.hitledger.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hitledger.app.LogRun;
import org.hitledger.app.ReportFromRun;
import org.hitledger.app.RunEnvironment;
import org.hitledger.plan.ReportPlan;
import org.hitledger.report.VisitorCount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments of {@code report}; {@link LogRun} does what they ask for. */
@Command(
    name = "report",
    description = {
      "Makes one page of HTML that shows what was read, and by whom. For a site of your own:",
      "  ./submit.sh report --rules site /var/log/nginx --output report.html",
      "The balance of all lines goes to standard error, and stands in the page."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {"", "Exit codes are those of count."})
final class ReportCommand implements Callable<Integer> {
  private final Supplier<RunEnvironment> environment;

  @Parameters(paramLabel = "INPUT", arity = "0..*", description = LogOptions.INPUT)
  List<String> inputs = List.of();

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Instead of INPUT: a ledger, or a folder that hits has written.")
  Optional<String> from;

  @Option(
      names = "--output",
      paramLabel = "FILE.html",
      required = true,
      description = "Where to: one file, which a browser opens without a network.")
  String output;

  @Mixin CriteriaOptions criteria;

  @Mixin CompareOptions comparison;

  @Option(
      names = "--approximate",
      description =
          "Estimate visitors, nearly always within 5 %, instead of counting them: for logs of many"
              + " millions of visitors. Landing pages are left out.")
  boolean approximate;

  @Mixin LogOptions logs;

  @Mixin ResultOptions results;

  @Spec CommandSpec command;

  ReportCommand(Supplier<RunEnvironment> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var report =
        new ReportPlan(
            criteria.criteria(),
            comparison.compared(criteria),
            criteria.zone,
            approximate ? VisitorCount.ESTIMATED : VisitorCount.EXACT,
            output,
            results.overwrite);
    Optional<String> nowhere = Optional.empty();
    return from.map(
            folder ->
                ReportFromRun.report(
                    FromOptions.plan(command, folder, logs, nowhere, results),
                    report,
                    environment.get()))
        .orElseGet(
            () ->
                LogRun.report(
                    FromOptions.planOfLogs(command, inputs, logs, nowhere, results),
                    report,
                    environment.get()))
        .code();
  }
}
