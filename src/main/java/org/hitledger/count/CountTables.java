package org.hitledger.count;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.sum;

import java.util.EnumMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hitledger.report.PathCount;
import org.hitledger.result.ResultFolder;
import org.hitledger.rules.Balance;
import org.hitledger.rules.Outcome;

/**
 * The two tables of a count, fresh from the job or read back from a folder.
 *
 * @param pathCounts {@code path} string, {@code count} bigint; by periods before these {@code
 *     period} string, {@code period_start} timestamp; in no order
 * @param balance {@code file} string, {@code outcome} string, {@code lines} bigint
 */
public record CountTables(Dataset<Row> pathCounts, Dataset<Row> balance) {
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
    writeBalance(folder);
  }

  /**
   * Writes the balance alone as Parquet.
   *
   * @param folder where to; an existing folder without this table
   */
  public void writeBalance(String folder) {
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
  public Audit audit() {
    Row totals =
        pathCounts
            .agg(
                count(Columns.PATH.column()),
                orZero(sum(octet_length(Columns.PATH.column()))),
                orZero(sum(Columns.COUNT.column())))
            .head();
    return new Audit(total(), totals.getLong(0), totals.getLong(1)).requireHits(totals.getLong(2));
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
   * @param audit of these tables
   * @return by period, most hits first, then by the path's bytes
   */
  public Stream<PathCount> top(long most, Audit audit) {
    return switch (Ranking.of(pathCounts)) {
      case OF_ALL_TIME -> topOfAllTime(most, audit);
      case OF_PERIODS -> topOfPeriods(most, audit);
    };
  }

  private Stream<PathCount> topOfAllTime(long most, Audit audit) {
    Dataset<Row> rows =
        fitAtATime(most, audit)
            ? pathCounts.orderBy(Ranking.OF_ALL_TIME.order()).limit((int) most)
            : inParts(pathCounts, audit);
    return stream(rows).limit(most).map(row -> new PathCount(row.getString(0), row.getLong(1)));
  }

  private static boolean fitAtATime(long rows, Audit audit) {
    return rows <= FEW_ROWS || (rows <= ROWS_AT_A_TIME && audit.pathBytes() <= BYTES_AT_A_TIME);
  }

  private Stream<PathCount> topOfPeriods(long most, Audit audit) {
    Dataset<Row> rows =
        most <= Integer.MAX_VALUE ? Ranking.firstOfEachPeriod(pathCounts, (int) most) : pathCounts;
    return stream(inParts(rows, audit))
        .map(row -> new PathCount(row.getString(0), row.getString(2), row.getLong(3)));
  }

  private static Stream<Row> stream(Dataset<Row> rows) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(rows.toLocalIterator(), Spliterator.ORDERED), false);
  }

  private static Dataset<Row> inParts(Dataset<Row> rows, Audit audit) {
    long parts = 1 + audit.rows() / ROWS_AT_A_TIME + audit.pathBytes() / BYTES_AT_A_TIME;
    Column[] order = Ranking.of(rows).order();
    return rows.repartitionByRange((int) Math.min(parts, Integer.MAX_VALUE), order)
        .sortWithinPartitions(order);
  }
}
