package org.hitledger.count;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.hitledger.gzip.Remark;
import org.hitledger.gzip.Seal;
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
 * <p>A remark on a file is entered under its file too; if it is on damage, the line that was cut is
 * entered as damaged. So a remark is counted with the lines, and as safe from a task that runs
 * twice as they are.
 *
 * <p>Lines travel as bytes, since a Java String would turn what is not UTF-8 into one and the same
 * replacement character, and merge paths that differ.
 */
final class EnterLines implements FlatMapFunction<byte[], Tuple2<Integer, byte[]>> {
  private static final long serialVersionUID = 1L;

  /** Instead of null, for which Spark's aggregation leaves its fast path. No path is empty. */
  private static final byte[] NO_PATH = {};

  private static final String NOTHING = "";

  /** Instead of a class: a remark is no line. Its text stands where a path would. */
  private static final int REMARK = -1;

  private final LineClassifier classifier;
  private final Seal seal;
  private transient Seal.Reader remarks;

  EnterLines(LineClassifier classifier, Seal seal) {
    this.classifier = classifier;
    this.seal = seal;
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
            when(
                    Columns.PATH.column().equalTo(NOTHING).or(Columns.OUTCOME.column().lt(0)),
                    input_file_name())
                .otherwise(lit(NOTHING)));
  }

  /**
   * The entries under paths.
   *
   * @param tallies entries, or numbers of them
   * @return those rows that have a path
   */
  static Dataset<Row> underPaths(Dataset<Row> tallies) {
    return tallies.where(Columns.FILE.column().equalTo(NOTHING));
  }

  /**
   * The entries under files and classes.
   *
   * @param tallies entries, or numbers of them
   * @return those rows that have a file and a class
   */
  static Dataset<Row> underFiles(Dataset<Row> tallies) {
    return tallies.where(
        Columns.FILE.column().notEqual(NOTHING).and(Columns.OUTCOME.column().geq(0)));
  }

  /**
   * The remarks on files.
   *
   * @param tallies entries, or numbers of them
   * @return file (URI), and as the path the remark's code
   */
  static Dataset<Row> remarks(Dataset<Row> tallies) {
    return tallies
        .where(Columns.OUTCOME.column().equalTo(REMARK))
        .select(Columns.FILE.column(), Columns.PATH.column());
  }

  @Override
  public Iterator<Tuple2<Integer, byte[]>> call(byte[] line) {
    Optional<Remark> remark = remarks().read(line);
    return (remark.isPresent() ? entries(remark.get()) : entries(classifier.classify(line)))
        .iterator();
  }

  private Seal.Reader remarks() {
    if (remarks == null) {
      remarks = seal.reader();
    }
    return remarks;
  }

  private static List<Tuple2<Integer, byte[]>> entries(Verdict verdict) {
    var underFile = new Tuple2<>(verdict.outcome().ordinal(), NO_PATH);
    return verdict instanceof Counted hit
        ? List.of(underFile, new Tuple2<>(verdict.outcome().ordinal(), hit.path()))
        : List.of(underFile);
  }

  private static List<Tuple2<Integer, byte[]>> entries(Remark remark) {
    var underFile = new Tuple2<>(REMARK, remark.code().getBytes(US_ASCII));
    return remark.finding().isDamage()
        ? List.of(underFile, new Tuple2<>(Outcome.DAMAGED.ordinal(), NO_PATH))
        : List.of(underFile);
  }
}
