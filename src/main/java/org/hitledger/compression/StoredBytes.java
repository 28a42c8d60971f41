package org.hitledger.compression;

import java.io.IOException;
import java.io.InputStream;
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
    int next = peek();
    if (next == END) {
      throw new DamageException(Defect.TRUNCATED, offset());
    }
    at++;
    return next;
  }

  /** Gives all bytes at hand away; there must be one. */
  void feed(Inflater inflater) throws IOException {
    if (peek() == END) {
      throw new DamageException(Defect.TRUNCATED, offset());
    }
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
