package org.hitledger.compression;

import java.io.ByteArrayInputStream;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;

/** A file in memory, as Hadoop wants one. */
final class SeekableBytes extends ByteArrayInputStream implements Seekable, PositionedReadable {
  SeekableBytes(byte[] bytes) {
    super(bytes);
  }

  @Override
  public void seek(long position) {
    pos = (int) position;
  }

  @Override
  public long getPos() {
    return pos;
  }

  @Override
  public boolean seekToNewSource(long position) {
    return false;
  }

  @Override
  public int read(long position, byte[] to, int from, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void readFully(long position, byte[] to, int from, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void readFully(long position, byte[] to) {
    throw new UnsupportedOperationException();
  }
}
