package org.hitledger.testing;

import java.io.IOException;
import org.apache.hadoop.fs.FSInputStream;

/** A stream of bytes in memory whose reads are calls that may go wrong. */
final class FaultyInput extends FSInputStream {
  private final byte[] content;
  private final Faults faults;
  private int position;

  FaultyInput(byte[] content, Faults faults) {
    this.content = content;
    this.faults = faults;
  }

  @Override
  public int read() throws IOException {
    return faults.pass(() -> position < content.length ? content[position++] & 0xFF : -1);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    return faults.pass(
        () -> {
          int some = Math.min(length, content.length - position);
          System.arraycopy(content, position, into, from, some);
          position += some;
          return some > 0 ? some : -1;
        });
  }

  @Override
  public void seek(long to) {
    position = Math.toIntExact(to);
  }

  @Override
  public long getPos() {
    return position;
  }

  @Override
  public boolean seekToNewSource(long target) {
    return false;
  }
}
