package org.hitledger.product.count;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.hitledger.logformat.FileFormats;
import org.hitledger.period.TimeDivision;
import org.hitledger.product.LogScan;
import org.hitledger.product.findings.FindingsOfTasks;
import org.hitledger.product.findings.PartFinding;

/**
 * The lines of logs, classified as they are read.
 *
 * @param scan the lines
 */
public record LinesOfLogs(LogScan scan) implements ClassedLines {

  @Override
  public SparkSession spark() {
    return scan.spark();
  }

  @Override
  public FileFormats formats() {
    return scan.formats();
  }

  @Override
  public void describeReading(String purpose) {
    scan.describeReading(purpose);
  }

  @Override
  public Dataset<Entry> entries(TimeDivision division, FindingsOfTasks<PartFinding> findings) {
    return scan.lines().transform(new ClassifyLines(scan, division, findings)::apply);
  }

  @Override
  public Dataset<byte[]> segmentsOutside() {
    return scan.lines().transform(new SegmentsOfLines(scan)::apply);
  }
}
