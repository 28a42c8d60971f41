package org.hitledger.product.count;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.sum;

import java.util.EnumMap;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hitledger.balance.Balance;
import org.hitledger.balance.Totals;
import org.hitledger.product.Columns;
import org.hitledger.publish.ResultFolder;
import org.hitledger.rows.Heading;
import org.hitledger.rows.Rows;
import org.hitledger.rows.Value;
import org.hitledger.rules.Outcome;
import org.hitledger.spark.LiteralPaths;

/**
 * The two tables of a count, fresh from the job or read back from a folder.
 *
 * @param pathCounts {@code path} string, {@code count} bigint; by periods before these {@code
 *     period} string, {@code period_start} timestamp; in no order
 * @param balance {@code file} string, {@code outcome} string, {@code lines} bigint
 */
public record CountTables(Dataset<Row> pathCounts, Dataset<Row> balance) {
  private static final List<Heading> HEADINGS =
      List.of(new Heading(Columns.PATH.label(), false), new Heading(Columns.COUNT.label(), true));
  private static final List<Heading> HEADINGS_BY_PERIOD =
      List.of(new Heading(Columns.PERIOD.label(), false), HEADINGS.get(0), HEADINGS.get(1));

  private static final int ROWS_AT_A_TIME = 100_000;

  /** However long their paths are, which a line's limit bounds. */
  private static final int FEW_ROWS = 100;

  private static final long BYTES_AT_A_TIME = 16L << 20;

  /**
   * Writes both tables as Parquet.
   *
   * @param folder where to; an existing folder without these tables
   */
  public void write(String folder) {
    pathCounts
        .orderBy(Ranking.of(pathCounts).order())
        .write()
        .parquet(folder + "/" + ResultFolder.PATH_COUNTS);
    balance.write().parquet(folder + "/" + ResultFolder.BALANCE);
  }

  /**
   * Both tables as they stand in a folder.
   *
   * @param spark who reads
   * @param folder where {@link #write} has written
   * @return the tables
   */
  public static CountTables read(SparkSession spark, String folder) {
    return new CountTables(
        LiteralPaths.reader(spark).parquet(folder + "/" + ResultFolder.PATH_COUNTS),
        LiteralPaths.reader(spark).parquet(folder + "/" + ResultFolder.BALANCE));
  }

  /**
   * Adds both tables up and checks them against each other.
   *
   * @return what they hold
   * @throws IllegalStateException if the hits of all paths are not the lines counted
   */
  public Totals audit() {
    Row totals =
        pathCounts
            .agg(
                count(Columns.PATH.column()),
                orZero(sum(octet_length(Columns.PATH.column()))),
                orZero(sum(Columns.COUNT.column())))
            .head();
    return new Totals(
        total().requireCounted(totals.getLong(2)), totals.getLong(0), totals.getLong(1));
  }

  private static Column orZero(Column sum) {
    return coalesce(sum, lit(0L));
  }

  private Balance total() {
    var lines = new EnumMap<Outcome, Long>(Outcome.class);
    balance
        .groupBy(Columns.OUTCOME.column())
        .agg(sum(Columns.LINES.column()))
        .collectAsList()
        .forEach(row -> lines.put(Outcome.labelled(row.getString(0)), row.getLong(1)));
    return new Balance(lines);
  }

  /**
   * The rows to show. Strangers can make up paths by the million, so that the driver never holds
   * more than a part of them.
   *
   * @param most how many at the most, or of each period
   * @param totals of these tables
   * @return {@code path} and {@code count}, by periods {@code period} before them; by period, most
   *     hits first, then by the path's bytes
   */
  public Rows top(long most, Totals totals) {
    return switch (Ranking.of(pathCounts)) {
      case OF_ALL_TIME ->
          new Rows(HEADINGS, topOfAllTime(most, totals).map(CountTables::values).iterator());
      case OF_PERIODS ->
          new Rows(
              HEADINGS_BY_PERIOD, topOfPeriods(most, totals).map(CountTables::values).iterator());
    };
  }

  private static List<Value> values(Row row) {
    Value path = new Value.Text(row.getAs(Columns.PATH.label()));
    Value count = new Value.Count(row.getAs(Columns.COUNT.label()));
    return row.size() == HEADINGS.size()
        ? List.of(path, count)
        : List.of(new Value.Text(row.getAs(Columns.PERIOD.label())), path, count);
  }

  private Stream<Row> topOfAllTime(long most, Totals totals) {
    Dataset<Row> rows =
        fitAtATime(most, totals)
            ? pathCounts.orderBy(Ranking.OF_ALL_TIME.order()).limit((int) most)
            : inParts(pathCounts, totals);
    return stream(rows).limit(most);
  }

  private static boolean fitAtATime(long rows, Totals totals) {
    return rows <= FEW_ROWS || (rows <= ROWS_AT_A_TIME && totals.pathBytes() <= BYTES_AT_A_TIME);
  }

  private Stream<Row> topOfPeriods(long most, Totals totals) {
    Dataset<Row> rows =
        most <= Integer.MAX_VALUE ? Ranking.firstOfEachPeriod(pathCounts, (int) most) : pathCounts;
    return stream(inParts(rows, totals));
  }

  private static Stream<Row> stream(Dataset<Row> rows) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(rows.toLocalIterator(), Spliterator.ORDERED), false);
  }

  private static Dataset<Row> inParts(Dataset<Row> rows, Totals totals) {
    long parts = 1 + totals.rows() / ROWS_AT_A_TIME + totals.pathBytes() / BYTES_AT_A_TIME;
    Column[] order = Ranking.of(rows).order();
    return rows.repartitionByRange((int) Math.min(parts, Integer.MAX_VALUE), order)
        .sortWithinPartitions(order);
  }
}
