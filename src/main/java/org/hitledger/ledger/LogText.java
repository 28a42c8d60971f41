package org.hitledger.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.hitledger.compression.FoundDefect;
import org.hitledger.compression.Members;
import org.hitledger.compression.Packing;
import org.hitledger.source.HadoopFileSystems;
import org.hitledger.source.InputFile;

/** The text of a file, unpacked, up to the length that it had when it was listed. */
final class LogText implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final InputFile file;
  private final FSDataInputStream stored;
  private final Optional<Members> members;

  private LogText(InputFile file, FSDataInputStream stored) {
    this.file = file;
    this.stored = stored;
    members =
        Packing.ofName(file.path().getName()).map(packing -> new Members(packing, stored, BUFFER));
  }

  static LogText open(InputFile file, Configuration hadoop) throws IOException {
    return new LogText(file, HadoopFileSystems.open(file.path(), file.length(), hadoop));
  }

  /** Reads one byte or more, or -1 at the end. */
  int read(byte[] to, int from, int length) throws IOException {
    if (members.isPresent()) {
      return members.get().read(to, from, length);
    }
    long left = file.length() - stored.getPos();
    return left <= 0 ? -1 : stored.read(to, from, (int) Math.min(length, left));
  }

  /** What does no harm, known at the end. */
  Optional<FoundDefect> zeros() {
    return members.flatMap(Members::zeros);
  }

  @Override
  public void close() throws IOException {
    if (members.isPresent()) {
      members.get().close();
    } else {
      stored.close();
    }
  }
}
