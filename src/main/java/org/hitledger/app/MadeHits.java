package org.hitledger.app;

import java.util.List;
import org.hitledger.balance.Totals;
import org.hitledger.product.LogScan;
import org.hitledger.product.findings.FileFindings;
import org.hitledger.product.findings.LinesOfFiles;
import org.hitledger.product.hits.HitsTable;
import org.hitledger.publish.ResultFolder;

/** The table of hits, written. */
record MadeHits(
    LogScan scan, HitsTable table, LinesOfFiles lines, Totals totals, List<FileFindings> findings)
    implements MadeProduct {

  @Override
  public String nameOfRows() {
    return "paths";
  }

  @Override
  public void write(String folder) {
    scan.describeJobs("writing the balance");
    lines.table(scan.spark(), scan.formats()).write().parquet(folder + "/" + ResultFolder.BALANCE);
  }

  @Override
  public void requireWritten(String folder) {
    scan.describeJobs("auditing the hits");
    table.audit(lines);
  }

  /** Rows are for queries; the balance, which follows, says how many there are. */
  @Override
  public void show(StandardStreams streams) {}

  @Override
  public void close() {}
}
