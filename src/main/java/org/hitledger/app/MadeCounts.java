package org.hitledger.app;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.hitledger.balance.Totals;
import org.hitledger.product.count.CountTables;
import org.hitledger.product.count.LineCounts;
import org.hitledger.product.findings.FileFindings;
import org.hitledger.rows.Rows;
import org.hitledger.spark.JobPurpose;

/** Hits per path, counted. */
record MadeCounts(CountProduct product, SparkSession spark, LineCounts counts)
    implements MadeProduct {

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
    describeJobs("writing the counts");
    counts.tables().write(folder);
  }

  @Override
  public void requireWritten(String folder) {
    describeJobs("auditing the counts");
    Totals written = CountTables.read(spark, folder).audit();
    if (!written.equals(counts.totals())) {
      throw new IllegalStateException(
          "what was written is not what was counted: %s, %s".formatted(written, counts.totals()));
    }
  }

  @Override
  public void show(StandardStreams streams) {
    describeJobs("showing the counts");
    Rows rows = counts.tables().top(product.top(), counts.totals());
    if (product.format() == CountFormat.TABLE && !rows.values().hasNext()) {
      streams.print("no hits\n");
    } else {
      streams.print(product.format().of(rows), product.format().rowFormat());
    }
  }

  private void describeJobs(String purpose) {
    JobPurpose.of(purpose).describeJobs(spark.sparkContext());
  }

  @Override
  public void close() {
    counts.close();
  }
}
