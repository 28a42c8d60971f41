package org.hitledger.compression;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Members of gzip (RFC 1952), by Java's own zlib. */
final class GzipUnpacker implements Unpacker {
  private final StoredBytes raw;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private long dataOffset;

  GzipUnpacker(StoredBytes raw) {
    this.raw = raw;
  }

  @Override
  public boolean startsWith(int first) {
    return first == GzipHeader.FIRST_BYTE;
  }

  @Override
  public void open() throws IOException {
    GzipHeader.skip(raw);
    dataOffset = raw.offset();
    inflater.reset();
    crc.reset();
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    while (true) {
      int inflated = inflate(to, from, length);
      if (inflated > 0) {
        crc.update(to, from, inflated);
        return inflated;
      }
      if (inflater.finished()) {
        requireTrailerFits();
        return END;
      }
      // Not before: it may hold bits of input back for which there was no room.
      raw.feed(inflater);
    }
  }

  private int inflate(byte[] to, int from, int length) throws DamageException {
    long before = inflater.getBytesWritten();
    try {
      return inflater.inflate(to, from, length);
    } catch (DataFormatException e) {
      int inflated = (int) (inflater.getBytesWritten() - before);
      throw new DamageException(Defect.BAD_DATA, dataOffset + inflater.getBytesRead(), inflated);
    }
  }

  private void requireTrailerFits() throws IOException {
    raw.takeBack(inflater.getRemaining());
    long trailer = raw.offset();
    if (raw.nextInt() != (int) crc.getValue()) {
      throw new DamageException(Defect.BAD_CHECKSUM, trailer);
    }
    if (raw.nextInt() != (int) inflater.getBytesWritten()) {
      throw new DamageException(Defect.BAD_LENGTH, trailer);
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
