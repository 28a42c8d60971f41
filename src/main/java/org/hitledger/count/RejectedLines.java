package org.hitledger.count;

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
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hitledger.gzip.Reading;
import org.hitledger.input.Inputs;
import org.hitledger.result.ResultFolder;
import org.hitledger.rules.Balance;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;

/**
 * The table of rejected lines, for who wants to see them: {@code file} string, {@code line_number}
 * bigint (null where the file was read in parts), {@code outcome} string, {@code line} binary (its
 * first 4,096 bytes). Those files that have any are read once more for it.
 */
public final class RejectedLines {
  private static final StructType FOUND =
      new StructType()
          .add(Columns.FILE.label(), DataTypes.StringType, false)
          .add(Columns.LINE_NUMBER.label(), DataTypes.LongType, true)
          .add(Columns.OUTCOME.label(), DataTypes.IntegerType, false)
          .add(Columns.LINE.label(), DataTypes.BinaryType, false);

  private final SparkSession spark;
  private final Inputs inputs;
  private final FindRejected find;
  private final Reading reading;

  /**
   * A table that is not yet made.
   *
   * @param spark where it is made
   * @param inputs what was counted
   * @param classifier that counted them
   * @param reading that counted them
   */
  public RejectedLines(
      SparkSession spark, Inputs inputs, LineClassifier classifier, Reading reading) {
    this.spark = spark;
    this.inputs = inputs;
    this.find = new FindRejected(classifier, reading.seal());
    this.reading = reading;
  }

  /**
   * Writes the table as Parquet, by file and line number.
   *
   * @param folder where to; an existing folder without this table
   * @param counted the tables of the count, which tell where rejected lines are
   */
  public void write(String folder, CountTables counted) {
    Inputs withRejected = inputs.only(filesWithRejected(counted));
    Dataset<Row> found =
        withRejected.files().isEmpty()
            ? spark.createDataFrame(List.of(), FOUND)
            : found(withRejected);
    Counts.named(
            found.orderBy(
                Columns.FILE.column(), Columns.LINE_NUMBER.column(), Columns.LINE.column()))
        .write()
        .parquet(folder + "/" + ResultFolder.REJECTS);
  }

  private static Set<String> filesWithRejected(CountTables counted) {
    return counted
        .balance()
        .where(Columns.OUTCOME.column().startsWith(Outcome.REJECTED))
        .select(Columns.FILE.column())
        .distinct()
        .as(Encoders.STRING())
        .collectAsList()
        .stream()
        .collect(Collectors.toSet());
  }

  private Dataset<Row> found(Inputs files) {
    return LogLines.read(spark, files, reading)
        .select(col("value").cast("binary"), input_file_name(), input_file_block_start())
        .mapPartitions(find, Encoders.row(FOUND));
  }

  /**
   * Makes sure that the table written has just the lines that were counted as rejected.
   *
   * @param folder where {@link #write} has written
   * @param balance of the count
   * @throws IllegalStateException if it has others
   */
  public void audit(String folder, Balance balance) {
    Map<Outcome, Long> written = new EnumMap<>(Outcome.class);
    LiteralPaths.reader(spark)
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
