package org.hitledger.product.rejects;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hitledger.compression.DefectMarker;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;

/**
 * Finds the rejected lines of the files in a partition, and numbers them. A part of a plain file
 * that does not begin with the file has no numbers (null): only the parts before it could tell.
 */
final class FindRejected implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** Enough to see what is wrong with a line. */
  private static final int MOST_BYTES = 4096;

  private final LineClassifier classifier;
  private final DefectMarker marker;

  FindRejected(LineClassifier classifier, DefectMarker marker) {
    this.classifier = classifier;
    this.marker = marker;
  }

  /**
   * Finds them.
   *
   * @param lines the line's bytes, its file (URI), and where the part of the file begins
   * @return file (URI), line number or null, outcome (ordinal), the first bytes of the line
   */
  @Override
  public Iterator<Row> call(Iterator<Row> lines) {
    var numbers = new LineNumbers();
    DefectMarker.Reader defects = marker.reader();
    return stream(lines)
        .flatMap(
            row -> rejected(row.getAs(0), numbers.next(row.getString(1), row.getLong(2)), defects))
        .iterator();
  }

  private static Stream<Row> stream(Iterator<Row> lines) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false);
  }

  private Stream<Row> rejected(byte[] line, LineNumbers at, DefectMarker.Reader defects) {
    if (defects.read(line).isPresent()) {
      return Stream.empty();
    }
    Outcome outcome = classifier.classify(line).outcome();
    return outcome.isRejected()
        ? Stream.of(RowFactory.create(at.file(), at.number(), outcome.ordinal(), start(line)))
        : Stream.empty();
  }

  private static byte[] start(byte[] line) {
    return line.length > MOST_BYTES ? Arrays.copyOf(line, MOST_BYTES) : line;
  }
}
