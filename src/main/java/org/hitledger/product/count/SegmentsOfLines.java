package org.hitledger.product.count;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;

import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.hitledger.compression.DefectMarker;
import org.hitledger.logformat.FileFormats;
import org.hitledger.logformat.LineReader;
import org.hitledger.product.CurrentFile;
import org.hitledger.product.LogScan;
import org.hitledger.rules.LineClassifier;
import scala.Tuple2;

/** Names the segments of accesses outside of the section. This reads the logs once more. */
final class SegmentsOfLines implements MapPartitionsFunction<Tuple2<byte[], byte[]>, byte[]> {
  private static final long serialVersionUID = 1L;

  private final LineClassifier classifier;
  private final FileFormats formats;
  private final DefectMarker marker;

  SegmentsOfLines(LogScan scan) {
    this.classifier = scan.classifier();
    this.formats = scan.formats();
    this.marker = scan.reading().marker();
  }

  /** The transformation, of lines as Spark reads them. */
  Dataset<byte[]> apply(Dataset<String> lines) {
    return lines
        .select(col("value").cast("binary"), input_file_name().cast("binary"))
        .as(Encoders.tuple(Encoders.BINARY(), Encoders.BINARY()))
        .mapPartitions(this, Encoders.BINARY());
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
    return classifier.accept(line, reader).flatMap(FirstSegments::nameOf);
  }
}
