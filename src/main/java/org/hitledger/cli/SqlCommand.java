package org.hitledger.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hitledger.app.QueryFormat;
import org.hitledger.app.RunEnvironment;
import org.hitledger.app.SqlRun;
import org.hitledger.plan.RulesOfRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code sql}; {@link SqlRun} does what they ask for. */
@Command(
    name = "sql",
    description = {
      "Runs one query in Spark SQL over results of an earlier run.",
      "The rows go to standard output. Nothing is written, and nothing read but these tables:",
      "  hits         every access, where ./submit.sh hits has written them;",
      "               crawler and crawler_kind tell whose it is",
      "  path_counts  path, count",
      "  balance      file, outcome, lines",
      "  rejects      file, line_number, outcome, line: in the folder of count --rejects"
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes:",
      "  0  complete",
      "  1  internal error, or the cluster failed",
      "  2  usage, or a query that is wrong or does more than read",
      "  3  the results are missing, not whole or unreadable",
      "  5  standard output could not be written"
    })
final class SqlCommand implements Callable<Integer> {
  private final Supplier<RunEnvironment> environment;

  @Parameters(index = "0", paramLabel = "QUERY", description = "A SELECT, or WITH ... SELECT.")
  String query;

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      description =
          "The folder that --output (or --rejects) named, on any file system that Hadoop knows.")
  String folder;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description =
          "How to print the rows (default: ${DEFAULT-VALUE}); in csv a text that a spreadsheet"
              + " would take for a formula gets an apostrophe in front.")
  QueryFormat format;

  @Option(
      names = "--max-rows",
      paramLabel = "N|all",
      defaultValue = "all",
      converter = RowLimit.Converter.class,
      description = "Rows to print at the most (default: ${DEFAULT-VALUE}).")
  RowLimit maxRows;

  @Option(
      names = "--rules",
      paramLabel = "book|site|FILE",
      description =
          "Rules whose crawlers come before those of conf/crawlers.yaml, for the columns crawler and"
              + " crawler_kind of hits.")
  Optional<String> rules;

  SqlCommand(Supplier<RunEnvironment> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return SqlRun.execute(
            new SqlRun.Plan(
                query,
                folder,
                rules.map(name -> new RulesOfRun(name, Optional.empty())),
                maxRows.rows(),
                format),
            environment.get())
        .code();
  }
}
