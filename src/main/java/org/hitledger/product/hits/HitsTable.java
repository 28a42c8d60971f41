package org.hitledger.product.hits;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hitledger.compression.Packing;
import org.hitledger.privacy.Privacy;
import org.hitledger.product.Columns;
import org.hitledger.product.LogScan;
import org.hitledger.product.count.CountTables;
import org.hitledger.publish.ResultFolder;
import org.hitledger.rules.Outcome;
import org.hitledger.source.InputFile;
import org.hitledger.spark.LiteralPaths;

/**
 * The table of hits: the columns of {@link HitColumn}, as Parquet partitioned by date. Its rows are
 * sorted by date, host and time, so that what one visitor sends with each request, such as the user
 * agent, comes together and packs well; and they are cut by that order into files of a sensible
 * size, so that there are few more files than dates, however many logs there were.
 */
public final class HitsTable {
  /** Stored bytes of logs for one task, and so for one file if it is of one date. */
  private static final long BYTES_PER_PART = 64L << 20;

  /** How many times larger plain text is than gzip of it; of the other packings it may be more. */
  private static final int PACKING_RATIO = 10;

  private static final Column[] RANGE = {
    HitColumn.DATE.column(), HitColumn.HOST.column(), HitColumn.TIME.column()
  };

  private final LogScan scan;
  private final FindHits find;

  /**
   * A table that is not yet made.
   *
   * @param scan of the lines, as it was counted
   * @param privacy what is not written as it was logged
   */
  public HitsTable(LogScan scan, Privacy privacy) {
    this.scan = scan;
    this.find = new FindHits(scan, privacy);
  }

  /**
   * Reads the logs and writes the table.
   *
   * @param folder where to; an existing folder without this table
   */
  public void write(String folder) {
    scan.describeReading("writing the hits");
    scan.lines()
        .transform(find::apply)
        .repartitionByRange(parts(), RANGE)
        .sortWithinPartitions(order())
        .write()
        .option("compression", "zstd")
        .partitionBy(HitColumn.DATE.label())
        .parquet(folder + "/" + ResultFolder.HITS);
  }

  private int parts() {
    long bytes = scan.inputs().files().stream().mapToLong(HitsTable::packedBytes).sum();
    return (int) Math.min(1 + bytes / BYTES_PER_PART, Integer.MAX_VALUE);
  }

  private static long packedBytes(InputFile file) {
    return Packing.ofName(file.name()).isPresent() ? file.length() : file.length() / PACKING_RATIO;
  }

  /** By all columns in the end, so that the order of rows is the same wherever they are made. */
  private static Column[] order() {
    return Stream.concat(
            Arrays.stream(RANGE), Arrays.stream(HitColumn.values()).map(HitColumn::orderable))
        .distinct()
        .toArray(Column[]::new);
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
   * Makes sure that the table written has, of each file and class, just the lines that were
   * counted.
   *
   * @param folder where {@link #write} has written
   * @param counted the tables of the count
   * @throws IllegalStateException if it has others
   */
  public void audit(String folder, CountTables counted) {
    scan.describeJobs("auditing the hits");
    Dataset<Row> written =
        read(scan.spark(), folder)
            .groupBy(HitColumn.FILE.column(), HitColumn.OUTCOME.column())
            .agg(count(lit(1)));
    Dataset<Row> expected =
        counted
            .balance()
            .where(isAccepted())
            .select(Columns.FILE.column(), Columns.OUTCOME.column(), Columns.LINES.column());
    if (!written.except(expected).isEmpty() || !expected.except(written).isEmpty()) {
      throw new IllegalStateException("the hits written are not the lines accepted");
    }
  }

  private static Column isAccepted() {
    return Columns.OUTCOME
        .column()
        .isin(
            Arrays.stream(Outcome.values())
                .filter(Outcome::isAccepted)
                .map(Outcome::label)
                .toArray());
  }
}
