package org.hitledger.product.rejects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hitledger.compression.DefectMarker;
import org.hitledger.logformat.FileFormats;
import org.hitledger.logformat.LineReader;
import org.hitledger.product.CurrentFile;
import org.hitledger.product.LogScan;
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
  private final FileFormats formats;
  private final DefectMarker marker;

  FindRejected(LogScan scan) {
    this.classifier = scan.classifier();
    this.formats = scan.formats();
    this.marker = scan.reading().marker();
  }

  /**
   * Finds them.
   *
   * @param lines the line's bytes, its file (URI), and where the part of the file begins
   * @return file (URI), line number or null, outcome (ordinal), the first bytes of the line
   */
  @Override
  public Iterator<Row> call(Iterator<Row> lines) {
    var finder = new Finder(marker.reader());
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false)
        .flatMap(row -> finder.find(row.getAs(0), row.getAs(1), row.getLong(2)).stream())
        .iterator();
  }

  private static byte[] start(byte[] line) {
    return line.length > MOST_BYTES ? Arrays.copyOf(line, MOST_BYTES) : line;
  }

  /** Of one partition. */
  private final class Finder {
    private final LineNumbers numbers = new LineNumbers();
    private final DefectMarker.Reader defects;
    private final CurrentFile current = new CurrentFile(formats);

    Finder(DefectMarker.Reader defects) {
      this.defects = defects;
    }

    private Optional<Row> find(byte[] line, byte[] fileOfLine, long startOfPart) {
      numbers.next(!current.is(fileOfLine), startOfPart);
      LineReader reader = current.turnTo(fileOfLine).reader();
      if (defects.read(line).isPresent()) {
        return Optional.empty();
      }
      Outcome outcome = classifier.classify(line, reader).outcome();
      return outcome.isRejected()
          ? Optional.of(
              RowFactory.create(
                  new String(current.uri(), UTF_8),
                  numbers.number(),
                  outcome.ordinal(),
                  start(line)))
          : Optional.empty();
    }
  }
}
