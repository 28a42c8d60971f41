package org.hitledger.compression;

import java.io.IOException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Streams of bzip2, by the library that Spark brings, one at a time: it has no word for what
 * follows a stream and is none. Its blocks and streams have checksums, which it looks at.
 */
final class Bzip2Unpacker implements Unpacker {
  private final StoredStream stored;
  private BZip2CompressorInputStream stream;

  Bzip2Unpacker(StoredBytes raw) {
    stored = new StoredStream(raw);
  }

  @Override
  public boolean startsWith(int first) {
    return first == 'B';
  }

  @Override
  public void open() throws IOException {
    try {
      stream = new BZip2CompressorInputStream(stored, false);
    } catch (IOException | RuntimeException e) {
      throw stored.damage(e, Defect.BAD_HEADER, 0);
    }
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    long before = stream.getBytesRead();
    try {
      return stream.read(to, from, length);
    } catch (IOException | RuntimeException e) {
      throw stored.damage(e, Defect.BAD_DATA, (int) (stream.getBytesRead() - before));
    }
  }

  /** Nothing but memory. */
  @Override
  public void close() {}
}
