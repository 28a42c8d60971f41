package org.hitledger.datasource;

import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Some logs, and how they are read. */
// Spark 4.0 and 4.1 ask for a schema, later ones for columns, which a table makes of it.
@SuppressWarnings("deprecation")
final class AccessLogTable implements Table, SupportsRead {
  private final Logs logs;

  AccessLogTable(Logs logs) {
    this.logs = logs;
  }

  @Override
  public String name() {
    return "accesslog " + logs.inputs().roots();
  }

  @Override
  public StructType schema() {
    return LineColumn.schema();
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  /** Everything is said by the options that the table was made with. */
  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap unused) {
    return new AccessLogScanBuilder(logs);
  }
}
