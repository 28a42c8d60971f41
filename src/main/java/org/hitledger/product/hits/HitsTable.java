package org.hitledger.product.hits;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.sum;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hitledger.balance.Balance;
import org.hitledger.balance.Totals;
import org.hitledger.product.Columns;
import org.hitledger.product.findings.LinesOfFiles;
import org.hitledger.publish.ResultFolder;
import org.hitledger.rules.Outcome;
import org.hitledger.spark.JobPurpose;
import org.hitledger.spark.LiteralPaths;

/**
 * The table of hits: the columns of {@link HitColumn}, as Parquet partitioned by date.
 *
 * <p>Each task writes the dates of what it has read, so that rows stay where they are made, in the
 * order of their lines: to sort them by host and time took a sixth of a run's time, and tables were
 * as large. Where that makes far more files than there are dates, as with many logs of the same
 * year, the table is gathered: written once more, cut over all logs, sorted by host and time.
 */
public final class HitsTable {
  private static final Column[] RANGE = {
    HitColumn.DATE.column(), HitColumn.HOST.column(), HitColumn.TIME.column()
  };

  /** Kept in memory until it is written, once for each date that a task has not ended. */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  /** Of the heap, for all that a process keeps so; with more, row groups become smaller. */
  private static final double SHARE_FOR_ROW_GROUPS = 0.3;

  private static final String GATHERED = "gathered";

  private final SparkSession spark;
  private final String folder;

  /**
   * A table that is not yet made.
   *
   * @param spark who writes and reads
   * @param folder where to; an existing folder without this table
   */
  public HitsTable(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /**
   * Writes the table.
   *
   * @param lines with all columns of hits; those that are no accesses are left out
   */
  public void write(Dataset<Row> lines) {
    write(lines.where(isAccepted()).select(columns()), ResultFolder.HITS);
    var files = new TableFiles(spark, folder + "/" + ResultFolder.HITS);
    if (files.areFarTooMany()) {
      JobPurpose.of("gathering the hits").describeJobs(spark.sparkContext());
      write(
          read().repartitionByRange(files.partsToGather(), RANGE).sortWithinPartitions(order()),
          GATHERED);
      files.replaceBy(folder + "/" + GATHERED);
    }
  }

  private void write(Dataset<Row> hits, String name) {
    hits.write()
        .option("compression", "zstd")
        .option("parquet.block.size", ROW_GROUP_BYTES)
        .option("parquet.memory.pool.ratio", SHARE_FOR_ROW_GROUPS)
        // Nearly each is another.
        .option("parquet.enable.dictionary#" + HitColumn.TIME.label(), false)
        .partitionBy(HitColumn.DATE.label())
        .parquet(folder + "/" + name);
  }

  private static Column[] columns() {
    return Arrays.stream(HitColumn.values()).map(HitColumn::column).toArray(Column[]::new);
  }

  /**
   * By all columns in the end, so that the order of rows is the same wherever they are gathered.
   */
  private static Column[] order() {
    return Stream.concat(
            Arrays.stream(RANGE), Arrays.stream(HitColumn.values()).map(HitColumn::orderable))
        .distinct()
        .toArray(Column[]::new);
  }

  private Dataset<Row> read() {
    return read(spark, folder);
  }

  /**
   * The table as it stands in a folder.
   *
   * @param spark who reads
   * @param folder where {@link #write} has written
   * @return the table, also if it has no row and so no file
   */
  public static Dataset<Row> read(SparkSession spark, String folder) {
    return LiteralPaths.reader(spark)
        .schema(HitColumn.schema())
        .parquet(folder + "/" + ResultFolder.HITS);
  }

  /**
   * Adds the table up.
   *
   * @param lines how many lines were read
   * @return them, with the paths of those that are counted
   * @throws IllegalStateException if the table has others than were counted
   */
  public Totals totals(Balance lines) {
    Column path = HitColumn.PATH.column();
    Row paths =
        read()
            .where(HitColumn.OUTCOME.column().equalTo(Outcome.COUNTED.label()))
            .groupBy(path)
            .count()
            .agg(
                count(path),
                coalesce(sum(octet_length(path)), lit(0L)),
                coalesce(sum(Columns.COUNT.column()), lit(0L)))
            .head();
    return new Totals(lines.requireCounted(paths.getLong(2)), paths.getLong(0), paths.getLong(1));
  }

  /**
   * Makes sure that the table has, of each file and class, just the accesses that were read.
   *
   * @param lines how many lines were read
   * @throws IllegalStateException if it has others
   */
  public void audit(LinesOfFiles lines) {
    Map<String, Map<Outcome, Long>> written = new TreeMap<>();
    read()
        .groupBy(HitColumn.FILE.column(), HitColumn.OUTCOME.column())
        .count()
        .collectAsList()
        .forEach(
            row ->
                written
                    .computeIfAbsent(row.getString(0), file -> new EnumMap<>(Outcome.class))
                    .put(Outcome.labelled(row.getString(1)), row.getLong(2)));
    if (!lines.accesses().equals(new LinesOfFiles(written))) {
      throw new IllegalStateException("the hits written are not the lines accepted");
    }
  }

  private static Column isAccepted() {
    return HitColumn.OUTCOME
        .column()
        .isin(
            Arrays.stream(Outcome.values())
                .filter(Outcome::isAccepted)
                .map(Outcome::label)
                .toArray());
  }
}
