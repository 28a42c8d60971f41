package org.hitledger.datasource;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.hitledger.crawler.Crawlers;
import org.hitledger.lines.FilePart;
import org.hitledger.product.hits.CrawlerColumn;

/** Reads the columns that a query asks for. */
final class AccessLogScan implements Scan, Batch {
  private final Logs logs;
  private final StructType columns;
  private final PushedFilters filters;

  AccessLogScan(Logs logs, StructType columns, PushedFilters filters) {
    this.logs = logs;
    this.columns = columns;
    this.filters = filters;
  }

  @Override
  public StructType readSchema() {
    return columns;
  }

  @Override
  public String description() {
    return "accesslog files: %,d, columns: %s, filters: %s"
        .formatted(
            logs.inputs().files().size(),
            String.join(", ", columns.fieldNames()),
            filters.filters());
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    SparkSession spark = SparkSession.active();
    List<LogPartition> partitions = new PartitionPlan(logs, numbering(spark), spark).of(filters);
    return partitions.toArray(InputPartition[]::new);
  }

  /** How many lines stand before a part takes a look of its own at the text, for who asks. */
  private UnaryOperator<List<FilePart>> numbering(SparkSession spark) {
    return Arrays.asList(columns.fieldNames()).contains(LineColumn.LINE_NUMBER)
        ? new LineNumbers(JavaSparkContext.fromSparkContext(spark.sparkContext()))::of
        : UnaryOperator.identity();
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    SparkContext spark = SparkSession.active().sparkContext();
    Broadcast<SerializableConfiguration> hadoop =
        JavaSparkContext.fromSparkContext(spark)
            .broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    return new LogReaderFactory(
        new LineRows(
            logs.classifier(),
            logs.formats(),
            crawlers(),
            logs.privacy(),
            columns,
            filters,
            logs.findings(),
            logs.rejected()),
        logs.onDamage(),
        logs.maxLineBytes(),
        hadoop);
  }

  /** The list is long, and so it is read only for who asks. */
  private Crawlers crawlers() {
    List<String> asked = Arrays.asList(columns.fieldNames());
    return Arrays.stream(CrawlerColumn.values()).map(CrawlerColumn::label).anyMatch(asked::contains)
        ? logs.rules().crawlers()
        : Crawlers.listed(List.of());
  }
}
