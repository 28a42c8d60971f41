package org.hitledger.compression;

import java.io.IOException;
import java.util.zip.CRC32;

/** The header of a member of gzip (RFC 1952, 2.3). Nothing in it is of use; but it must be one. */
final class GzipHeader {
  static final int FIRST_BYTE = 0x1F;

  private static final int SECOND_BYTE = 0x8B;
  private static final int DEFLATE = 8;
  private static final int TIME_EXTRA_FLAGS_AND_SYSTEM = 6;

  private static final int HAS_CRC = 0x02;
  private static final int HAS_EXTRA = 0x04;
  private static final int HAS_NAME = 0x08;
  private static final int HAS_COMMENT = 0x10;
  private static final int RESERVED = 0xE0;

  private final StoredBytes raw;
  private final long start;
  private final CRC32 crc = new CRC32();

  private GzipHeader(StoredBytes raw) {
    this.raw = raw;
    this.start = raw.offset();
  }

  /**
   * Reads past a header.
   *
   * @param raw at the first byte of the header; afterwards at the first of the data
   * @throws DamageException if it is none
   */
  static void skip(StoredBytes raw) throws IOException {
    new GzipHeader(raw).skip();
  }

  private void skip() throws IOException {
    require(next() == FIRST_BYTE && next() == SECOND_BYTE && next() == DEFLATE);
    int flags = next();
    require((flags & RESERVED) == 0);
    skip(TIME_EXTRA_FLAGS_AND_SYSTEM);
    if ((flags & HAS_EXTRA) != 0) {
      skip(nextShort());
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_CRC) != 0) {
      int expected = (int) crc.getValue() & 0xFFFF;
      require(nextShort() == expected);
    }
  }

  private void require(boolean fits) throws DamageException {
    if (!fits) {
      throw new DamageException(Defect.BAD_HEADER, start);
    }
  }

  private int next() throws IOException {
    int next = raw.next();
    crc.update(next);
    return next;
  }

  private int nextShort() throws IOException {
    return next() | next() << 8;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // A text ends with a zero.
    }
  }
}
