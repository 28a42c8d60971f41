package org.hitledger.datasource;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.hitledger.lines.TextRanges;
import org.hitledger.privacy.Privacy;
import org.hitledger.product.LogScan;
import org.hitledger.product.findings.FindingsListener;
import scala.Option;

/** The source, for a run of ours that has looked at its logs already. */
public final class RowsOfRun {
  private RowsOfRun() {}

  /**
   * Plans to read the lines of a run.
   *
   * @param scan the lines
   * @param ranges which lines of the scan's files are read
   * @param privacy what is not shown as it was logged
   * @param findings told what tasks find of files, beside the rows
   * @return a row for each line, with all columns of the source
   */
  public static Dataset<Row> of(
      LogScan scan, TextRanges ranges, Privacy privacy, FindingsListener findings) {
    var table = new AccessLogTable(Logs.of(scan, ranges, privacy, findings));
    // What Spark's readers do with a source in the end. They take strings alone, and would have the
    // logs looked at again, and nobody told of what is found.
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) scan.spark(),
        DataSourceV2Relation.create(table, Option.empty(), Option.empty()));
  }
}
