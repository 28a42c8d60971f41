package org.hitledger.datasource;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The door for Spark, which finds it by its short name. */
public final class AccessLogSource implements TableProvider, DataSourceRegister {

  /** For Spark. */
  public AccessLogSource() {}

  @Override
  public String shortName() {
    return "accesslog";
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return LineColumn.schema();
  }

  /** The logs that options name. */
  Table table(Map<String, String> options) {
    return SourceFaults.asSparks(() -> new AccessLogTable(Logs.find(SourceOptions.of(options))));
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return table(properties);
  }
}
