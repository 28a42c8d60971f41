package org.hitledger.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.internal.SessionState;
import org.hitledger.crawler.ListedCrawler;
import org.hitledger.fault.UsageFault;
import org.hitledger.ledger.StoredResults;
import org.hitledger.rows.Rows;
import org.hitledger.spark.JobPurpose;
import scala.Option;

/**
 * Queries over the tables of one result folder, in a session of their own. It is the active one of
 * its thread until it is closed: by that, Spark decides what the values in rows are.
 */
public final class Query implements AutoCloseable {
  /** As many rows as one task may bring to the driver at a time. */
  private static final long MOST_TO_LIMIT = 100_000;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.sql.session.timeZone", "UTC",
          // Rows have java.time's instants and dates, which know no time zone of the machine.
          "spark.sql.datetime.java8API.enabled", "true",
          // A query names tables, and no files.
          "spark.sql.runSQLOnFiles", "false",
          "spark.sql.sources.partitionColumnTypeInference.enabled", "true",
          // Its plan is not known before; small reducers are joined once their sizes are.
          "spark.sql.adaptive.enabled", "true",
          // Spark's own default: a partition of many small files is no harm here.
          "spark.sql.files.openCostInBytes", "4m");

  private final SparkSession session;
  private final Path folder;
  private final ResultViews views;
  private final Option<org.apache.spark.sql.SparkSession> activeBefore =
      org.apache.spark.sql.SparkSession.getActiveSession();

  private Query(SparkSession session, Path folder, ResultViews views) {
    this.session = session;
    this.folder = folder;
    this.views = views;
    SparkSession.setActiveSession(session);
  }

  /**
   * Prepares a new session.
   *
   * @param results what is to be read
   * @param crawlers that come before those that we ship
   * @param spark what reads them
   * @return a session with the tables that are there
   */
  public static Query over(
      StoredResults results,
      List<ListedCrawler> crawlers,
      org.apache.spark.sql.SparkSession spark) {
    SparkSession session = ((SparkSession) spark).newSession();
    SETTINGS.forEach(session.conf()::set);
    JobPurpose.of("querying published results").describeJobs(session.sparkContext());
    var views = new ResultViews(results, crawlers, session);
    return new Query(session, results.results().path(), views);
  }

  /**
   * Runs a query, unless it does more than read these tables.
   *
   * @param sql the query
   * @param most how many rows at the most
   * @return its first rows, which are computed as they are asked for
   * @throws org.hitledger.fault.UsageFault if it is no query, or reads something else
   * @throws ParseException if it is not SQL; what else is wrong, Spark throws without declaring it
   */
  public FirstRows run(String sql, long most) throws ParseException {
    views.createNamedIn(sql);
    SessionState state = session.sessionState();
    LogicalPlan parsed = state.sqlParser().parsePlan(sql);
    // Before any of its names is looked up: sql() would run a command. And after.
    ReadOnly.require(parsed);
    ReadOnly.require(state.analyzer().execute(parsed));
    Dataset<Row> rows = analyzed(sql);
    // One more, to know whether there are more.
    return new FirstRows(most < MOST_TO_LIMIT ? rows.limit((int) most + 1) : rows, most);
  }

  /**
   * The columns of a table.
   *
   * @param name of the table, in upper or lower case
   * @return a row for each: its name, its type, and what it means
   * @throws UsageFault if there is no such table
   */
  public Rows columns(String name) {
    Table table =
        Table.named(name)
            .filter(views.tables()::contains)
            .orElseThrow(() -> new UsageFault(noTable(name)));
    views.createNamedIn(table.label());
    return ColumnMeanings.read().of(table, session.table(table.label()).schema());
  }

  private Dataset<Row> analyzed(String sql) {
    try {
      return session.sql(sql);
    } catch (Exception e) {
      // Spark throws what it has not declared.
      if (e instanceof AnalysisException wrong
          && "TABLE_OR_VIEW_NOT_FOUND".equals(wrong.getCondition())) {
        throw new UsageFault(noTable(wrong.getMessageParameters().get("relationName")), wrong);
      }
      throw e;
    }
  }

  private String noTable(String name) {
    Set<Table> tables = views.tables();
    String present =
        tables.isEmpty()
            ? "no table"
            : tables.stream().map(Table::label).collect(Collectors.joining(", "));
    return Table.named(name.replace("`", ""))
        .map(
            table ->
                "%s has no table %s, only %s; %s"
                    .formatted(folder, table.label(), present, table.origin()))
        .orElseGet(
            () ->
                "there is no table %s; %s has %s, and a query reads nothing else"
                    .formatted(name, folder, present));
  }

  @Override
  public void close() {
    SparkSession.clearActiveSession();
    activeBefore.foreach(
        before -> {
          SparkSession.setActiveSession((SparkSession) before);
          return null;
        });
  }
}
