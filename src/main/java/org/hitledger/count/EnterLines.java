package org.hitledger.count;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.hitledger.rules.Counted;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import org.hitledger.rules.Verdict;
import scala.Tuple2;

/**
 * Classifies each line and enters it into the ledger: once under its file and class and, if it is
 * counted, once more under its path. As in double-entry bookkeeping the two sides must come out
 * equal in the end. And no entry has both a file and a path, of which there would be too many: with
 * one row for each pair, 10,000 small files spent half their time on such rows.
 *
 * <p>Lines travel as bytes, since a Java String would turn what is not UTF-8 into one and the same
 * replacement character, and merge paths that differ.
 */
final class EnterLines implements FlatMapFunction<byte[], Tuple2<Integer, byte[]>> {
  private static final long serialVersionUID = 1L;

  /** Instead of null, for which Spark's aggregation leaves its fast path. No path is empty. */
  private static final byte[] NO_PATH = {};

  private static final String NOTHING = "";

  private final LineClassifier classifier;

  EnterLines(LineClassifier classifier) {
    this.classifier = classifier;
  }

  /**
   * The transformation.
   *
   * @param lines as Spark reads them
   * @return one entry or two a line: file (URI) or nothing, outcome (ordinal of {@link Outcome}),
   *     path or nothing
   */
  Dataset<Row> apply(Dataset<String> lines) {
    return lines
        .select(col("value").cast("binary"))
        .as(Encoders.BINARY())
        .flatMap(this, Encoders.tuple(Encoders.INT(), Encoders.BINARY()))
        .select(
            col("_1").as(Columns.OUTCOME.label()),
            col("_2").cast("string").as(Columns.PATH.label()))
        .withColumn(
            Columns.FILE.label(),
            when(Columns.PATH.column().equalTo(NOTHING), input_file_name())
                .otherwise(lit(NOTHING)));
  }

  /**
   * The entries under paths.
   *
   * @param tallies entries, or numbers of them
   * @return those rows that have a path
   */
  static Dataset<Row> underPaths(Dataset<Row> tallies) {
    return tallies.where(Columns.PATH.column().notEqual(NOTHING));
  }

  /**
   * The entries under files.
   *
   * @param tallies entries, or numbers of them
   * @return those rows that have a file
   */
  static Dataset<Row> underFiles(Dataset<Row> tallies) {
    return tallies.where(Columns.PATH.column().equalTo(NOTHING));
  }

  @Override
  public Iterator<Tuple2<Integer, byte[]>> call(byte[] line) {
    Verdict verdict = classifier.classify(line);
    var underFile = new Tuple2<>(verdict.outcome().ordinal(), NO_PATH);
    return verdict instanceof Counted hit
        ? List.of(underFile, new Tuple2<>(verdict.outcome().ordinal(), hit.path())).iterator()
        : List.of(underFile).iterator();
  }
}
