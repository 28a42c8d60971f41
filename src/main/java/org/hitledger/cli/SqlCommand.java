package org.hitledger.cli;

import java.util.concurrent.Callable;
import org.hitledger.report.RowFormat;
import org.hitledger.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code sql}; {@link SqlRun} does what they ask for. */
@Command(
    name = "sql",
    description = {
      "Runs one query in Spark SQL over results of an earlier run.",
      "The rows go to standard output. Nothing is written, and nothing read but these tables:",
      "  hits         every access, where ./submit.sh hits has written them",
      "  path_counts  path, count",
      "  balance      file, outcome, lines",
      "  rejects      file, line_number, outcome, line: in the folder of count --rejects"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
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
  private final Console console;
  private final Session.Source sessions;

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
      converter = RowFormatName.class,
      description =
          "How to print the rows (default: ${DEFAULT-VALUE}); in csv a text that a spreadsheet"
              + " would take for a formula gets an apostrophe in front.")
  RowFormat format;

  @Option(
      names = "--max-rows",
      paramLabel = "N|all",
      defaultValue = "all",
      converter = Top.Converter.class,
      description = "Rows to print at the most (default: ${DEFAULT-VALUE}).")
  Top maxRows;

  SqlCommand(Console console, Session.Source sessions) {
    this.console = console;
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    return new SqlRun(this, console, sessions).execute().code();
  }
}
