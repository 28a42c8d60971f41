package org.hitledger.app;

import java.util.Optional;
import org.apache.spark.SparkConf;
import org.hitledger.datasource.RowsOfRun;
import org.hitledger.lines.TextRanges;
import org.hitledger.privacy.Privacy;
import org.hitledger.product.LogScan;
import org.hitledger.product.findings.LinesOfFiles;
import org.hitledger.product.findings.LogFindings;
import org.hitledger.product.hits.HitsTable;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.source.Inputs;
import org.hitledger.spark.SizedSettings;
import org.hitledger.spark.SparkFailures;

/**
 * Every accepted line as a row, published.
 *
 * @param ranges which lines are read
 * @param privacy what is not written as it was logged
 */
record HitsProduct(TextRanges ranges, Privacy privacy) implements Product {

  /** A query can limit what it counts; the table has all. */
  @Override
  public AccessCriteria criteria() {
    return AccessCriteria.NONE;
  }

  @Override
  public boolean hidesLines() {
    return privacy.hidesOddities();
  }

  @Override
  public SparkConf settings(Inputs inputs, SparkConf conf) {
    return SizedSettings.forWideRows(conf);
  }

  /** Lines are read once: they are counted while the table is written. */
  @Override
  public MadeProduct make(LogScan scan, Optional<String> folder) {
    var table = new HitsTable(scan.spark(), folder.orElseThrow());
    LogFindings findings = LogFindings.in(scan.spark().sparkContext());
    scan.describeReading("writing the hits");
    SparkFailures.whileWriting(() -> table.write(RowsOfRun.of(scan, ranges, privacy, findings)));
    scan.describeJobs("counting the hits");
    LinesOfFiles lines = findings.linesOfFiles();
    return new MadeHits(scan, table, lines, table.totals(lines.balance()), findings.wrongFiles());
  }
}
