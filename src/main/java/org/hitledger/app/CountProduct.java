package org.hitledger.app;

import java.util.Optional;
import org.apache.spark.SparkConf;
import org.hitledger.period.TimeDivision;
import org.hitledger.product.LogScan;
import org.hitledger.product.count.ClassedLines;
import org.hitledger.product.count.LineCounts;
import org.hitledger.product.count.LinesOfLogs;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.source.Inputs;
import org.hitledger.spark.SizedSettings;

/**
 * Hits per path: printed, and published if that is asked for.
 *
 * @param criteria which accesses count, of those that the rules let pass
 * @param division the periods to count in
 * @param top how many rows to print, or of each period
 * @param format how to print them
 */
public record CountProduct(
    AccessCriteria criteria, TimeDivision division, long top, CountFormat format)
    implements Product {

  @Override
  public boolean hidesLines() {
    return false;
  }

  @Override
  public SparkConf settings(Inputs inputs, SparkConf conf) {
    return SizedSettings.forTextFiles(inputs, conf);
  }

  /** Reads all lines, and counts them. */
  MadeProduct made(ClassedLines lines) {
    return new MadeCounts(this, lines.spark(), LineCounts.of(lines, division));
  }

  @Override
  public MadeProduct make(LogScan scan, Optional<String> folder) {
    return made(new LinesOfLogs(scan));
  }
}
