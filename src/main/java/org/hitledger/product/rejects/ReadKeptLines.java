package org.hitledger.product.rejects;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.hitledger.source.HadoopFileSystems;

/**
 * Reads the files of {@link KeptLines}.
 *
 * @param hadoop how to reach the file system
 */
record ReadKeptLines(Broadcast<SerializableConfiguration> hadoop)
    implements FlatMapFunction<String, Row> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<Row> call(String name) throws IOException {
    var file = new Path(name);
    return new Rows(
        new DataInputStream(
            new BufferedInputStream(
                HadoopFileSystems.of(file, hadoop.value().value()).open(file))));
  }

  /** Of one file, which is closed at its end. */
  private static final class Rows implements Iterator<Row> {
    private final DataInputStream in;
    private Optional<KeptLine> next;

    Rows(DataInputStream in) throws IOException {
      this.in = in;
      next = read();
    }

    private Optional<KeptLine> read() throws IOException {
      Optional<KeptLine> line = KeptLine.read(in);
      if (line.isEmpty()) {
        in.close();
      }
      return line;
    }

    @Override
    public boolean hasNext() {
      return next.isPresent();
    }

    @Override
    public Row next() {
      KeptLine line = next.orElseThrow(NoSuchElementException::new);
      try {
        next = read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return line.row();
    }
  }
}
