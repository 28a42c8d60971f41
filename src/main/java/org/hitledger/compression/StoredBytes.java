package org.hitledger.compression;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.Inflater;

/** The bytes of a file as stored, buffered, with their offsets. */
final class StoredBytes {
  static final int END = -1;

  private final InputStream in;
  private final byte[] buffer;
  private long bufferOffset;
  private int at;
  private int end;

  StoredBytes(InputStream in, int bufferSize) {
    this.in = in;
    this.buffer = new byte[bufferSize];
  }

  /** Of the byte that comes next, in the file. */
  long offset() {
    return bufferOffset + at;
  }

  /** The next byte, which stays the next, or {@link #END}. */
  int peek() throws IOException {
    return at < end || fill() ? buffer[at] & 0xFF : END;
  }

  /** The next byte; there must be one. */
  int next() throws IOException {
    requireNext();
    return buffer[at++] & 0xFF;
  }

  /** The next four bytes, the lowest first; they must be there. */
  int nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  /** How many bytes can be had without reading. */
  int atHand() {
    return end - at;
  }

  /** Copies what is at hand, one byte at least and at most so many; there must be one. */
  int take(byte[] to, int from, int most) throws IOException {
    requireNext();
    int taken = Math.min(most, atHand());
    System.arraycopy(buffer, at, to, from, taken);
    at += taken;
    return taken;
  }

  /** Copies so many bytes; they must be there. */
  void copy(int bytes, ByteBuffer to) throws IOException {
    int left = bytes;
    while (left > 0) {
      requireNext();
      int taken = Math.min(left, atHand());
      to.put(buffer, at, taken);
      at += taken;
      left -= taken;
    }
  }

  /** Leaves out so many bytes; they must be there. */
  void skip(long bytes) throws IOException {
    long left = bytes;
    while (left > 0) {
      requireNext();
      long skipped = Math.min(left, atHand());
      at += (int) skipped;
      left -= skipped;
    }
  }

  private void requireNext() throws IOException {
    if (peek() == END) {
      throw new DamageException(Defect.TRUNCATED, offset());
    }
  }

  /** Gives all bytes at hand away; there must be one. */
  void feed(Inflater inflater) throws IOException {
    requireNext();
    inflater.setInput(buffer, at, end - at);
    at = end;
  }

  /** Takes back what an inflater had no use for. */
  void takeBack(int bytes) {
    at -= bytes;
  }

  private boolean fill() throws IOException {
    bufferOffset += end;
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
