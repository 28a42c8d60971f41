package org.hitledger.count;

import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.hitledger.gzip.FileRemark;
import org.hitledger.gzip.Remark;
import org.hitledger.input.InputFile;
import org.hitledger.period.Periods;
import org.hitledger.period.Timeline;
import org.hitledger.rules.Outcome;

/**
 * Both results of one pass over the lines. The tallies are kept between the two; those that are
 * lost with an executor are counted again from the files.
 */
public final class Counts implements AutoCloseable {
  private static final UserDefinedFunction FILE_NAME =
      udf((UDF1<String, String>) InputFile::nameOf, DataTypes.StringType);
  private static final UserDefinedFunction OUTCOME_LABEL =
      udf((UDF1<Integer, String>) Counts::outcomeLabel, DataTypes.StringType);

  private final Tallies tallies;
  private final Timeline timeline;

  Counts(Tallies tallies, Timeline timeline) {
    this.tallies = tallies;
    this.timeline = timeline;
    tallies.rows().persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * Both tables.
   *
   * @return tables that are computed when they are asked for rows
   */
  public CountTables tables() {
    return new CountTables(pathCounts(), balance());
  }

  /**
   * Reads the logs, unless that was done, and adds all up.
   *
   * @return what the count comes to, and at most one remark a file, by file
   */
  public Summary summary() {
    Tallies.Totals totals = tallies.totals();
    return new Summary(totals.audit(), totals.remarks() == 0 ? List.of() : remarks());
  }

  private List<FileRemark> remarks() {
    return tallies.remarks().orderBy(Columns.FILE.column()).collectAsList().stream()
        .map(
            row ->
                new FileRemark(InputFile.nameOf(row.getString(0)), Remark.decode(row.getString(1))))
        .toList();
  }

  /**
   * What was counted, and what was found beside.
   *
   * @param audit of the lines
   * @param remarks on gzip files
   */
  public record Summary(Audit audit, List<FileRemark> remarks) {}

  /**
   * Hits per path, in no order.
   *
   * @return {@code path} string, {@code count} bigint; if there are periods, before these {@code
   *     period} string, {@code period_start} timestamp
   */
  private Dataset<Row> pathCounts() {
    Column path = Columns.PATH.column();
    Column count = Columns.COUNT.column();
    return timeline instanceof Periods periods
        ? tallies.hits().select(period(periods), periodStart(), path, count)
        : tallies.hits().select(path, count);
  }

  private static Column period(Periods periods) {
    return udf((UDF1<Long, String>) periods::label, DataTypes.StringType)
        .apply(Columns.PERIOD_START.column())
        .as(Columns.PERIOD.label());
  }

  private static Column periodStart() {
    return timestamp_seconds(Columns.PERIOD_START.column()).as(Columns.PERIOD_START.label());
  }

  /**
   * Lines per file and class.
   *
   * @return {@code file} string, {@code outcome} string, {@code lines} bigint; classes without a
   *     line have no row; by file, then in the order of the classes
   */
  private Dataset<Row> balance() {
    return named(tallies.lines().orderBy(Columns.FILE.column(), Columns.OUTCOME.column()));
  }

  /**
   * A table in the words of people.
   *
   * @param table with the columns {@code file} as URI and {@code outcome} as ordinal
   * @return the same rows, with the file's path and the outcome's label instead
   */
  static Dataset<Row> named(Dataset<Row> table) {
    return table
        .withColumn(Columns.FILE.label(), FILE_NAME.apply(Columns.FILE.column()))
        .withColumn(Columns.OUTCOME.label(), OUTCOME_LABEL.apply(Columns.OUTCOME.column()));
  }

  private static String outcomeLabel(int ordinal) {
    return Outcome.values()[ordinal].label();
  }

  @Override
  public void close() {
    tallies.rows().unpersist();
  }
}
