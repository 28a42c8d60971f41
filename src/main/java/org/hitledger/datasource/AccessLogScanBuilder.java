package org.hitledger.datasource;

import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;

/** Takes in what a query needs of the logs. */
final class AccessLogScanBuilder
    implements ScanBuilder, SupportsPushDownRequiredColumns, SupportsPushDownFilters {
  private final Logs logs;
  private StructType columns = LineColumn.schema();
  private PushedFilters filters = PushedFilters.NONE;

  AccessLogScanBuilder(Logs logs) {
    this.logs = logs;
  }

  @Override
  public void pruneColumns(StructType required) {
    columns = required;
  }

  /** Rows that pass are looked at once more: all filters stay with Spark too. */
  @Override
  public Filter[] pushFilters(Filter[] all) {
    filters = PushedFilters.of(all);
    return all;
  }

  @Override
  public Filter[] pushedFilters() {
    return filters.filters().toArray(Filter[]::new);
  }

  @Override
  public Scan build() {
    return new AccessLogScan(logs, columns, filters);
  }
}
