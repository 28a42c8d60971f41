package org.hitledger.count;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.hitledger.rules.Counted;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import org.hitledger.rules.Verdict;
import scala.Tuple2;

/**
 * Turns each line into one row: its file, its class and, if it is counted, its path.
 *
 * <p>Lines travel as bytes, since a Java String would turn what is not UTF-8 into one and the same
 * replacement character, and merge paths that differ.
 */
final class ClassifyLines implements MapFunction<byte[], Tuple2<Integer, byte[]>> {
  private static final long serialVersionUID = 1L;

  /** Instead of null, for which Spark's aggregation leaves its fast path. No path is empty. */
  private static final byte[] NO_PATH = {};

  private final LineClassifier classifier;

  ClassifyLines(LineClassifier classifier) {
    this.classifier = classifier;
  }

  /**
   * The transformation.
   *
   * @param lines as Spark reads them
   * @return a row a line: file (URI), outcome (ordinal of {@link Outcome}), path
   */
  Dataset<Row> apply(Dataset<String> lines) {
    return lines
        .select(col("value").cast("binary"))
        .as(Encoders.BINARY())
        .map(this, Encoders.tuple(Encoders.INT(), Encoders.BINARY()))
        .select(
            input_file_name().as(Columns.FILE.label()),
            col("_1").as(Columns.OUTCOME.label()),
            col("_2").cast("string").as(Columns.PATH.label()));
  }

  @Override
  public Tuple2<Integer, byte[]> call(byte[] line) {
    Verdict verdict = classifier.classify(line);
    return new Tuple2<>(
        verdict.outcome().ordinal(), verdict instanceof Counted hit ? hit.path() : NO_PATH);
  }
}
