package org.hitledger.cli;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.hitledger.input.Inputs;
import org.hitledger.query.FirstRows;
import org.hitledger.query.Query;
import org.hitledger.query.QueryFailures;
import org.hitledger.report.RowFormat;
import org.hitledger.report.Rows;
import org.hitledger.result.PublishedResults;
import org.hitledger.session.Session;
import org.hitledger.session.SparkSettings;

/** One run of {@code sql}. That there are results is checked before Spark starts. */
final class SqlRun {
  private final SqlCommand arguments;
  private final Console console;
  private final Session.Source sessions;
  private final SparkConf settings = SparkSettings.complete(new SparkConf());
  private final PublishedResults results;

  SqlRun(SqlCommand arguments, Console console, Session.Source sessions) {
    this.arguments = arguments;
    this.console = console;
    this.sessions = sessions;
    results = PublishedResults.at(arguments.folder, SparkSettings.hadoop(settings));
  }

  ExitCode execute() {
    SparkConf sized = SparkSettings.forQueries(results.bytes(), settings);
    try (Session session = sessions.open(sized, Inputs.none());
        Query query = Query.over(results, session.spark())) {
      show(query);
      return ExitCode.COMPLETE;
    } catch (Exception e) {
      // What Spark throws is checked, though it declares nothing.
      throw QueryFailures.orItself(e);
    }
  }

  private void show(Query query) throws ParseException {
    FirstRows rows = query.run(arguments.query, arguments.maxRows.rows());
    if (arguments.format == RowFormat.JSON) {
      rows.requireDifferentNames();
    }
    console.rows(new Rows(rows.headings(), rows), arguments.format);
    if (rows.areCut()) {
      console.note(
          "there are more rows; these are the first %s (--max-rows)".formatted(arguments.maxRows));
    }
  }
}
