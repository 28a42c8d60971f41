package org.hitledger.app;

import org.hitledger.period.AllTime;
import org.hitledger.period.TimeDivision;
import org.hitledger.privacy.Privacy;
import org.hitledger.product.LogScan;
import org.hitledger.product.count.LineCounts;
import org.hitledger.product.hits.HitsTable;
import org.hitledger.rules.AccessCriteria;

/**
 * Every accepted line as a row, published.
 *
 * @param privacy what is not written as it was logged
 */
record HitsProduct(Privacy privacy) implements Product {

  /** A query can limit what it counts; the table has all. */
  @Override
  public AccessCriteria criteria() {
    return AccessCriteria.NONE;
  }

  @Override
  public TimeDivision division() {
    return AllTime.INSTANCE;
  }

  @Override
  public boolean hidesLines() {
    return privacy.hidesOddities();
  }

  @Override
  public void write(LogScan scan, LineCounts counts, String folder) {
    scan.describeJobs("writing the balance");
    counts.tables().writeBalance(folder);
    new HitsTable(scan, privacy).write(folder);
  }

  @Override
  public void requireWritten(LogScan scan, LineCounts counts, String folder) {
    new HitsTable(scan, privacy).audit(folder, counts.tables());
  }

  /** Rows are for queries; the balance, which follows, says how many there are. */
  @Override
  public void show(LogScan scan, LineCounts counts, StandardStreams streams) {}
}
