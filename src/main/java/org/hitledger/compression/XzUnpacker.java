package org.hitledger.compression;

import java.io.IOException;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.SingleXZInputStream;
import org.tukaani.xz.UnsupportedOptionsException;

/**
 * Streams of xz, by the library that Spark brings, one at a time, so that it is known where each
 * ends. Its checksums are looked at: those of headers and of the index, and the one of each block.
 */
final class XzUnpacker implements Unpacker {
  /** What {@code xz -9} asks for is 64 MiB; more would let a stranger fill the heap. */
  private static final int MOST_MEMORY_KIB = 128 << 10;

  /** By the format, 2.2. */
  private static final int PADDING = 4;

  /**
   * The library does not tell how much it had unpacked when it came upon damage: that is lost, and
   * so it is asked for little at a time. 128 bytes cost a few percent.
   */
  private static final int MOST_LOST = 128;

  private final StoredStream stored;
  private final byte[] unit = new byte[MOST_LOST];
  private SingleXZInputStream stream;
  private int at;
  private int end;

  XzUnpacker(StoredBytes raw) {
    stored = new StoredStream(raw);
  }

  @Override
  public boolean startsWith(int first) {
    return first == 0xFD;
  }

  @Override
  public boolean mayPad(long zeros) {
    return zeros % PADDING == 0;
  }

  @Override
  public void open() throws IOException {
    try {
      stream = new SingleXZInputStream(stored, MOST_MEMORY_KIB);
    } catch (IOException | RuntimeException e) {
      throw stored.damage(e, defect(e, Defect.BAD_HEADER), 0);
    }
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    int unpacked = 0;
    while (unpacked < length && isMore(unpacked)) {
      int taken = Math.min(end - at, length - unpacked);
      System.arraycopy(unit, at, to, from + unpacked, taken);
      at += taken;
      unpacked += taken;
    }
    return unpacked == 0 ? END : unpacked;
  }

  private boolean isMore(int unpacked) throws IOException {
    if (at < end) {
      return true;
    }
    try {
      at = 0;
      // What is available needs no more of the file, which may end there.
      end = stream.read(unit, 0, Math.max(1, Math.min(stream.available(), MOST_LOST)));
      return end > 0;
    } catch (IOException | RuntimeException e) {
      throw stored.damage(e, defect(e, Defect.BAD_DATA), unpacked);
    }
  }

  private static Defect defect(Exception e, Defect otherwise) {
    return e instanceof UnsupportedOptionsException || e instanceof MemoryLimitException
        ? Defect.UNSUPPORTED
        : otherwise;
  }

  /** Nothing but memory. */
  @Override
  public void close() {}
}
