package org.hitledger.product.stored;

import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hitledger.balance.Totals;
import org.hitledger.fault.InputFault;
import org.hitledger.product.Columns;
import org.hitledger.product.findings.LinesOfFiles;
import org.hitledger.product.hits.HitsTable;
import org.hitledger.publish.ResultFolder;
import org.hitledger.rules.Outcome;
import org.hitledger.source.HadoopFileSystems;
import org.hitledger.spark.LiteralPaths;

/** The tables of several runs, joined into one of each. */
public final class JoinedTables {
  private final SparkSession spark;
  private final List<Path> parts;
  private final String folder;

  /**
   * Tables that are not joined yet.
   *
   * @param spark who reads and writes
   * @param parts the folders of the runs; one at least
   * @param folder where to; an existing folder without these tables
   */
  public JoinedTables(SparkSession spark, List<Path> parts, String folder) {
    this.spark = spark;
    this.parts = List.copyOf(parts);
    this.folder = folder;
  }

  /** Joins them. */
  public void write() {
    new HitsTable(spark, folder)
        .write(
            parts.stream()
                .map(part -> HitsTable.read(spark, part.toString()))
                .reduce(Dataset::unionByName)
                .orElseThrow());
    balance().coalesce(1).write().parquet(folder + "/" + ResultFolder.BALANCE);
    rejects()
        .ifPresent(
            rows ->
                rows.orderBy(
                        Columns.FILE.column(), Columns.LINE_NUMBER.column(), Columns.LINE.column())
                    .write()
                    .parquet(folder + "/" + ResultFolder.REJECTS));
  }

  /**
   * Adds up what was written.
   *
   * @return what the tables hold
   * @throws InputFault if these are other hits than the balances have
   */
  public Totals audit() {
    var table = new HitsTable(spark, folder);
    LinesOfFiles lines = lines();
    try {
      table.audit(lines);
    } catch (IllegalStateException e) {
      // They are written as they were read: some file of a segment is gone, or has been changed.
      throw new InputFault(
          "%s: the hits of these segments are not those of their balances; put back what was deleted, or make the ledger anew from the logs with update --rebuild"
              .formatted(parts),
          e);
    }
    return table.totals(lines.balance());
  }

  private Dataset<Row> balance() {
    return union(ResultFolder.BALANCE, parts)
        .groupBy(Columns.FILE.column(), Columns.OUTCOME.column(), Columns.LOG_FORMAT.column())
        .agg(sum(Columns.LINES.column()).as(Columns.LINES.label()))
        .orderBy(Columns.FILE.column(), Columns.OUTCOME.column());
  }

  /** Updates need not have kept them. */
  private Optional<Dataset<Row>> rejects() {
    List<Path> some =
        parts.stream().filter(part -> has(new Path(part, ResultFolder.REJECTS))).toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(union(ResultFolder.REJECTS, some));
  }

  private boolean has(Path table) {
    try {
      return HadoopFileSystems.of(table, spark.sparkContext().hadoopConfiguration()).exists(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Dataset<Row> union(String table, List<Path> some) {
    return LiteralPaths.reader(spark)
        .parquet(
            some.stream().map(part -> new Path(part, table).toString()).toArray(String[]::new));
  }

  /** As the parts have them. */
  private LinesOfFiles lines() {
    Map<String, Map<Outcome, Long>> lines = new TreeMap<>();
    balance()
        .collectAsList()
        .forEach(
            row ->
                lines
                    .computeIfAbsent(
                        row.getAs(Columns.FILE.label()), file -> new EnumMap<>(Outcome.class))
                    .merge(
                        Outcome.labelled(row.getAs(Columns.OUTCOME.label())),
                        row.getAs(Columns.LINES.label()),
                        Long::sum));
    return new LinesOfFiles(lines);
  }
}
