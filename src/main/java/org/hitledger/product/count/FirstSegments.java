package org.hitledger.product.count;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.hitledger.access.UrlParts;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;
import org.hitledger.compression.DefectMarker;
import org.hitledger.logformat.FileFormats;
import org.hitledger.logformat.LineReader;
import org.hitledger.product.Columns;
import org.hitledger.product.CurrentFile;
import org.hitledger.product.LogScan;
import org.hitledger.rules.AcceptedLine;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import scala.Tuple2;

/**
 * Where the accesses go that are outside of the section: for a run that counted nothing, since it
 * looked for another one. This reads the logs once more.
 */
public final class FirstSegments implements MapPartitionsFunction<Tuple2<byte[], byte[]>, byte[]> {
  private static final long serialVersionUID = 1L;
  private static final String SEGMENT = "segment";

  private final LineClassifier classifier;
  private final FileFormats formats;
  private final DefectMarker marker;

  private FirstSegments(LogScan scan) {
    this.classifier = scan.classifier();
    this.formats = scan.formats();
    this.marker = scan.reading().marker();
  }

  /**
   * A part of the site.
   *
   * @param name the first segment of its paths, such as {@code docs}; without a letter for what is
   *     in no section, such as the front page
   * @param accesses as many as would count if it were the section, or all sections were
   */
  public record Segment(String name, long accesses) {}

  /**
   * Finds the parts of the site that were asked for most.
   *
   * @param scan the lines, with the rules by which none of them counts
   * @param most how many parts at the most
   * @return the parts, most accesses first, then by name
   */
  public static List<Segment> of(LogScan scan, int most) {
    scan.describeReading("looking for the sections");
    return scan
        .lines()
        .transform(new FirstSegments(scan)::apply)
        .limit(most)
        .collectAsList()
        .stream()
        .map(row -> new Segment(row.getString(0), row.getLong(1)))
        .toList();
  }

  private Dataset<Row> apply(Dataset<String> lines) {
    return lines
        .select(col("value").cast("binary"), input_file_name().cast("binary"))
        .as(Encoders.tuple(Encoders.BINARY(), Encoders.BINARY()))
        .mapPartitions(this, Encoders.BINARY())
        .select(col("value").cast("string").as(SEGMENT))
        .groupBy(SEGMENT)
        .count()
        .orderBy(Columns.COUNT.column().desc(), col(SEGMENT));
  }

  @Override
  public Iterator<byte[]> call(Iterator<Tuple2<byte[], byte[]>> lines) {
    DefectMarker.Reader defects = marker.reader();
    var current = new CurrentFile(formats);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false)
        .filter(line -> defects.read(line._1()).isEmpty())
        .flatMap(line -> segment(line._1(), current.turnTo(line._2()).reader()).stream())
        .iterator();
  }

  private Optional<byte[]> segment(byte[] line, LineReader reader) {
    return classifier
        .accept(line, reader)
        .filter(FirstSegments::isOutside)
        .flatMap(accepted -> accepted.access().url())
        .map(url -> url.section().filter(first -> hasMore(first, url)))
        .map(section -> section.map(EscapedUtf8::escape).orElse(new byte[0]));
  }

  private static boolean isOutside(AcceptedLine line) {
    return line.outcome() == Outcome.OUTSIDE_SECTION || line.outcome() == Outcome.EMPTY_PATH;
  }

  /** Whether a segment follows: the name of a section alone is in none. */
  private static boolean hasMore(ByteSlice first, UrlParts url) {
    ByteSlice rest = url.path().startingAt(first.to());
    for (int i = rest.from(); i < rest.to(); i++) {
      if (rest.array()[i] != '/') {
        return true;
      }
    }
    return false;
  }
}
