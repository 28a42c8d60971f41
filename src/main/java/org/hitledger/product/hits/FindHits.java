package org.hitledger.product.hits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;

import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.compression.DefectMarker;
import org.hitledger.logformat.FileFormats;
import org.hitledger.privacy.Privacy;
import org.hitledger.product.CurrentFile;
import org.hitledger.product.LogScan;
import org.hitledger.rules.LineClassifier;
import scala.Tuple2;

/** Makes a row of every accepted line. What else is among the lines is in the balance. */
final class FindHits implements MapPartitionsFunction<Tuple2<byte[], byte[]>, Row> {
  private static final long serialVersionUID = 1L;

  private final LineClassifier classifier;
  private final FileFormats formats;
  private final DefectMarker marker;
  private final Privacy privacy;

  FindHits(LogScan scan, Privacy privacy) {
    this.classifier = scan.classifier();
    this.formats = scan.formats();
    this.marker = scan.reading().marker();
    this.privacy = privacy;
  }

  /**
   * The transformation.
   *
   * @param lines as Spark reads them
   * @return the columns of {@link HitColumn}
   */
  Dataset<Row> apply(Dataset<String> lines) {
    return lines
        .select(col("value").cast("binary"), input_file_name().cast("binary"))
        .as(Encoders.tuple(Encoders.BINARY(), Encoders.BINARY()))
        .mapPartitions(this, Encoders.row(HitColumn.rawSchema()))
        .select(HitColumn.ofRaw());
  }

  @Override
  public Iterator<Row> call(Iterator<Tuple2<byte[], byte[]>> lines) {
    var finder = new Finder(marker.reader(), privacy.hosts().begin());
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false)
        .flatMap(line -> finder.find(line._1(), line._2()).stream())
        .iterator();
  }

  /** Of one partition. */
  private final class Finder {
    private final DefectMarker.Reader defects;
    private final Function<ByteSlice, byte[]> hosts;
    private final CurrentFile current = new CurrentFile(formats);
    private byte[] file = {};

    Finder(DefectMarker.Reader defects, Function<ByteSlice, byte[]> hosts) {
      this.defects = defects;
      this.hosts = hosts;
    }

    private Optional<Row> find(byte[] line, byte[] uriOfLine) {
      if (defects.read(line).isPresent()) {
        return Optional.empty();
      }
      if (!current.is(uriOfLine)) {
        file = current.turnTo(uriOfLine).name().getBytes(UTF_8);
      }
      return classifier
          .accept(line, current.reader())
          .map(accepted -> new Hit(accepted, file, hosts, privacy))
          .map(hit -> RowFactory.create(HitColumn.row(hit)));
    }
  }
}
