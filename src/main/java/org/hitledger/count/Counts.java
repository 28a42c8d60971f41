package org.hitledger.count;

import static org.apache.spark.sql.functions.udf;

import java.net.URI;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.hitledger.gzip.FileRemark;
import org.hitledger.gzip.Remark;
import org.hitledger.rules.Outcome;

/**
 * Both results of one pass over the lines. The tallies are kept between the two; those that are
 * lost with an executor are counted again from the files.
 */
public final class Counts implements AutoCloseable {
  private static final UserDefinedFunction FILE_NAME =
      udf((UDF1<String, String>) Counts::fileName, DataTypes.StringType);
  private static final UserDefinedFunction OUTCOME_LABEL =
      udf((UDF1<Integer, String>) Counts::outcomeLabel, DataTypes.StringType);

  private final Tallies tallies;

  Counts(Tallies tallies) {
    this.tallies = tallies;
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
        .map(row -> new FileRemark(fileName(row.getString(0)), Remark.decode(row.getString(1))))
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
   * Hits per path.
   *
   * @return {@code path} string, {@code count} bigint; most hits first, then by the path's bytes
   */
  private Dataset<Row> pathCounts() {
    return ranked(tallies.hits());
  }

  /**
   * Path counts in the order in which they are always shown.
   *
   * @param pathCounts with the columns {@code path} and {@code count}
   * @return most hits first, then by the path's bytes
   */
  static Dataset<Row> ranked(Dataset<Row> pathCounts) {
    return pathCounts.orderBy(rank());
  }

  /** Most hits first, then by the path's bytes. */
  static Column[] rank() {
    return new Column[] {Columns.COUNT.column().desc(), Columns.PATH.column().asc()};
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

  /** Spark names a file by its URI; people do not write {@code %20}. */
  private static String fileName(String uri) {
    return new Path(URI.create(uri)).toString();
  }

  private static String outcomeLabel(int ordinal) {
    return Outcome.values()[ordinal].label();
  }

  @Override
  public void close() {
    tallies.rows().unpersist();
  }
}
