package org.hitledger.app;

import java.util.List;
import org.hitledger.balance.Totals;
import org.hitledger.product.LogScan;
import org.hitledger.product.count.CountTables;
import org.hitledger.product.count.LineCounts;
import org.hitledger.product.findings.FileFindings;
import org.hitledger.rows.Rows;

/** Hits per path, counted. */
record MadeCounts(CountProduct product, LogScan scan, LineCounts counts) implements MadeProduct {

  @Override
  public Totals totals() {
    return counts.totals();
  }

  @Override
  public String nameOfRows() {
    return counts.nameOfRows();
  }

  @Override
  public List<FileFindings> findings() {
    return counts.findings();
  }

  @Override
  public void write(String folder) {
    scan.describeJobs("writing the counts");
    counts.tables().write(folder);
  }

  @Override
  public void requireWritten(String folder) {
    scan.describeJobs("auditing the counts");
    Totals written = CountTables.read(scan.spark(), folder).audit();
    if (!written.equals(counts.totals())) {
      throw new IllegalStateException(
          "what was written is not what was counted: %s, %s".formatted(written, counts.totals()));
    }
  }

  @Override
  public void show(StandardStreams streams) {
    scan.describeJobs("showing the counts");
    Rows rows = counts.tables().top(product.top(), counts.totals());
    if (product.format() == CountFormat.TABLE && !rows.values().hasNext()) {
      streams.print("no hits\n");
    } else {
      streams.print(product.format().of(rows), product.format().rowFormat());
    }
  }

  @Override
  public void close() {
    counts.close();
  }
}
