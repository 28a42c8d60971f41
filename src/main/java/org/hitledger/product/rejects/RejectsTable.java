package org.hitledger.product.rejects;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.input_file_block_start;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hitledger.balance.Balance;
import org.hitledger.product.Columns;
import org.hitledger.product.LogScan;
import org.hitledger.product.OutcomeNames;
import org.hitledger.product.findings.FileFindings;
import org.hitledger.publish.ResultFolder;
import org.hitledger.rules.Outcome;
import org.hitledger.spark.LiteralPaths;

/**
 * The table of rejected lines, for who wants to see them: {@code file} string, {@code line_number}
 * bigint (null where the file was read in parts), {@code outcome} string, {@code line} binary (its
 * first 4,096 bytes). Those files that have any are read once more for it.
 */
public final class RejectsTable {
  private static final StructType FOUND =
      new StructType()
          .add(Columns.FILE.label(), DataTypes.StringType, false)
          .add(Columns.LINE_NUMBER.label(), DataTypes.LongType, true)
          .add(Columns.OUTCOME.label(), DataTypes.IntegerType, false)
          .add(Columns.LINE.label(), DataTypes.BinaryType, false);

  private final LogScan scan;

  /**
   * A table that is not yet made.
   *
   * @param scan of the lines, as it was counted
   */
  public RejectsTable(LogScan scan) {
    this.scan = scan;
  }

  /**
   * Writes the table as Parquet, by file and line number, and makes sure that it has just the lines
   * that were counted as rejected.
   *
   * @param folder where to; an existing folder without this table
   * @param findings which tell where rejected lines are
   * @param balance of all lines
   * @throws IllegalStateException if others were written
   */
  public void writeAndAudit(String folder, List<FileFindings> findings, Balance balance) {
    write(folder, findings);
    audit(folder, balance);
  }

  private void write(String folder, List<FileFindings> findings) {
    LogScan withRejected = scan.only(filesWithRejected(findings));
    withRejected.describeReading("writing the rejected lines");
    Dataset<Row> found =
        withRejected.inputs().files().isEmpty()
            ? scan.spark().createDataFrame(List.of(), FOUND)
            : found(withRejected);
    OutcomeNames.named(
            found.orderBy(
                Columns.FILE.column(), Columns.LINE_NUMBER.column(), Columns.LINE.column()))
        .write()
        .parquet(folder + "/" + ResultFolder.REJECTS);
  }

  private static Set<String> filesWithRejected(List<FileFindings> findings) {
    return findings.stream()
        .filter(found -> found.rejected().isPresent())
        .map(FileFindings::file)
        .collect(Collectors.toSet());
  }

  private static Dataset<Row> found(LogScan files) {
    return files
        .lines()
        .select(
            col("value").cast("binary"), input_file_name().cast("binary"), input_file_block_start())
        .mapPartitions(new FindRejected(files), Encoders.row(FOUND));
  }

  private void audit(String folder, Balance balance) {
    scan.describeJobs("auditing the rejected lines");
    Map<Outcome, Long> written = new EnumMap<>(Outcome.class);
    LiteralPaths.reader(scan.spark())
        .parquet(folder + "/" + ResultFolder.REJECTS)
        .groupBy(Columns.OUTCOME.column())
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> written.put(Outcome.labelled(row.getString(0)), row.getLong(1)));
    if (!new Balance(written).lines().equals(balance.onlyRejected().lines())) {
      throw new IllegalStateException(
          "the rejects do not add up: %s written, %s counted".formatted(written, balance.lines()));
    }
  }
}
