package org.hitledger.app;

import org.hitledger.balance.Totals;
import org.hitledger.period.TimeDivision;
import org.hitledger.product.LogScan;
import org.hitledger.product.count.CountTables;
import org.hitledger.product.count.LineCounts;
import org.hitledger.rows.Rows;
import org.hitledger.rules.AccessCriteria;

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
  public void write(LogScan scan, LineCounts counts, String folder) {
    scan.describeJobs("writing the counts");
    counts.tables().write(folder);
  }

  @Override
  public void requireWritten(LogScan scan, LineCounts counts, String folder) {
    scan.describeJobs("auditing the counts");
    Totals written = CountTables.read(scan.spark(), folder).audit();
    if (!written.equals(counts.totals())) {
      throw new IllegalStateException(
          "what was written is not what was counted: %s, %s".formatted(written, counts.totals()));
    }
  }

  @Override
  public boolean hidesLines() {
    return false;
  }

  @Override
  public void show(LogScan scan, LineCounts counts, StandardStreams streams) {
    scan.describeJobs("showing the counts");
    Rows rows = counts.tables().top(top, counts.totals());
    if (format == CountFormat.TABLE && !rows.values().hasNext()) {
      streams.print("no hits\n");
    } else {
      streams.print(format.of(rows), format.rowFormat());
    }
  }
}
