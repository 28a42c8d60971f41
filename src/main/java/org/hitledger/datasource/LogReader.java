package org.hitledger.datasource;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.hitledger.compression.DamageException;
import org.hitledger.lines.FilePart;
import org.hitledger.lines.LogLine;
import org.hitledger.lines.PartLines;
import org.hitledger.lines.UnreadableFileException;
import org.hitledger.source.InputFile;

/** Reads what one task has to read. */
final class LogReader implements PartitionReader<InternalRow> {
  private final Queue<FilePart> parts;
  private final Opener opener;
  private final RowMaker maker;
  private final Configuration hadoop;
  private Optional<PartLines> open = Optional.empty();
  private Optional<FilePart> current = Optional.empty();
  private InternalRow row = InternalRow.empty();

  LogReader(List<FilePart> parts, Opener opener, RowMaker maker, Configuration hadoop) {
    this.parts = new ArrayDeque<>(parts);
    this.opener = opener;
    this.maker = maker;
    this.hadoop = hadoop;
  }

  /** How a part is opened. */
  @FunctionalInterface
  interface Opener {
    PartLines open(FilePart part) throws IOException;
  }

  @Override
  public boolean next() throws IOException {
    while (open.isPresent() || !parts.isEmpty()) {
      Optional<LogLine> line = nextLine();
      if (line.isEmpty()) {
        finish();
      } else {
        Optional<InternalRow> made = maker.next(line.get());
        if (made.isPresent()) {
          row = made.get();
          return true;
        }
      }
    }
    maker.close();
    return false;
  }

  private Optional<LogLine> nextLine() throws IOException {
    try {
      if (open.isEmpty()) {
        begin(parts.remove());
      }
      return open.get().next();
    } catch (DamageException damage) {
      throw unreadable(
          "%s is damaged: %s; replace it by the whole file, or read the lines before the damage with option onDamage = salvage",
          damage);
    } catch (IOException e) {
      throw unreadable("%s cannot be read: %s; replace the file or leave it out", e);
    }
  }

  private UnreadableFileException unreadable(String words, IOException cause) {
    InputFile file = current.orElseThrow().file();
    return new UnreadableFileException(
        words.formatted(file.name(), cause.getMessage()), file, cause);
  }

  private void begin(FilePart part) throws IOException {
    part.requireUnchanged(hadoop);
    current = Optional.of(part);
    maker.begin(part);
    open = Optional.of(opener.open(part));
  }

  private void finish() throws IOException {
    maker.end(open.flatMap(PartLines::zeros));
    close();
    current.ifPresent(part -> part.requireUnchanged(hadoop));
    current = Optional.empty();
  }

  @Override
  public InternalRow get() {
    return row;
  }

  @Override
  public void close() throws IOException {
    Optional<PartLines> lines = open;
    open = Optional.empty();
    if (lines.isPresent()) {
      lines.get().close();
    }
  }
}
