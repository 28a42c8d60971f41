package org.hitledger.count;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.OptionalInt;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hitledger.input.InputPath;
import org.hitledger.report.PathCount;
import org.hitledger.result.ResultFolder;
import org.hitledger.rules.Balance;
import org.hitledger.rules.Outcome;

/**
 * The two tables of a count, fresh from the job or read back from a folder.
 *
 * @param pathCounts {@code path} string, {@code count} bigint
 * @param balance {@code file} string, {@code outcome} string, {@code lines} bigint
 */
public record CountTables(Dataset<Row> pathCounts, Dataset<Row> balance) {
  /**
   * Writes both tables as Parquet.
   *
   * @param folder where to; an existing folder without these tables
   */
  public void write(String folder) {
    pathCounts.write().parquet(folder + "/" + ResultFolder.PATH_COUNTS);
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
        Counts.ranked(spark.read().parquet(literally(folder, ResultFolder.PATH_COUNTS))),
        spark.read().parquet(literally(folder, ResultFolder.BALANCE)));
  }

  /** Reading takes every path as a glob, writing none. */
  private static String literally(String folder, String table) {
    return InputPath.literally(new Path(folder + "/" + table));
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
            .agg(count(Columns.PATH.column()), coalesce(sum(Columns.COUNT.column()), lit(0L)))
            .head();
    var audit = new Audit(total(), totals.getLong(0));
    if (audit.balance().of(Outcome.COUNTED) != totals.getLong(1)) {
      throw new IllegalStateException(
          "the balance does not add up: %d lines counted, but %d hits on paths"
              .formatted(audit.balance().of(Outcome.COUNTED), totals.getLong(1)));
    }
    return audit;
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
   * The rows to show.
   *
   * @param most how many at the most; nothing for all
   * @return most hits first, then by the path's bytes; all rows come one partition at a time
   */
  public Iterator<PathCount> top(OptionalInt most) {
    Iterator<Row> rows =
        most.isPresent()
            ? pathCounts.takeAsList(most.getAsInt()).iterator()
            : pathCounts.toLocalIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public PathCount next() {
        Row row = rows.next();
        return new PathCount(row.getString(0), row.getLong(1));
      }
    };
  }

  /**
   * What the tables hold.
   *
   * @param balance lines by class, over all files
   * @param paths number of distinct paths
   */
  public record Audit(Balance balance, long paths) {}
}
