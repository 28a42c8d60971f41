package org.hitledger.compression;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The outer form of a frame of zstd (RFC 8878, 3.1). It is read here so that the library gets one
 * header, block or checksum at a time: what it throws for one does not take others along.
 */
final class ZstdFrame {
  /** The most that a block has, packed and unpacked (3.1.1.2.4). */
  static final int MOST_IN_BLOCK = 128 << 10;

  /** The most that is given to the library at a time. */
  static final int MOST_IN_PART = 3 + MOST_IN_BLOCK;

  private static final int MAGIC = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int SKIPPABLE_MASK = 0xFFFFFFF0;
  private static final int HAS_ONE_SEGMENT = 0x20;
  private static final int HAS_CHECKSUM = 0x04;
  private static final int CHECKSUM = 4;
  private static final int RLE = 1;
  private static final int[] DICTIONARY_BYTES = {0, 1, 2, 4};
  private static final int[] LENGTH_BYTES = {0, 2, 4, 8};

  private final StoredBytes raw;
  private final ByteBuffer part;
  private boolean hasChecksum;
  private boolean isInBlocks;

  /**
   * Frames of a file.
   *
   * @param raw the file
   * @param part where each part goes, with room for {@link #MOST_IN_PART}
   */
  ZstdFrame(StoredBytes raw, ByteBuffer part) {
    this.raw = raw;
    this.part = part;
  }

  static boolean isSkippable(byte[] head) {
    return head.length >= Integer.BYTES
        && (head[0] & 0xF0) == 0x50
        && head[1] == 0x2A
        && head[2] == 0x4D
        && head[3] == 0x18;
  }

  static boolean startsWith(int first) {
    return first == (MAGIC & 0xFF) || (first & 0xF0) == (SKIPPABLE & 0xFF);
  }

  /**
   * Reads the header.
   *
   * @return false if the frame is one that readers skip; it was skipped
   */
  boolean readHeader() throws IOException {
    long start = raw.offset();
    int magic = raw.nextInt();
    if ((magic & SKIPPABLE_MASK) == SKIPPABLE) {
      raw.skip(Integer.toUnsignedLong(raw.nextInt()));
      return false;
    }
    if (magic != MAGIC) {
      throw new DamageException(Defect.BAD_HEADER, start);
    }
    readDescription(raw.next());
    return true;
  }

  private void readDescription(int flags) throws IOException {
    boolean hasOneSegment = (flags & HAS_ONE_SEGMENT) != 0;
    int window = hasOneSegment ? 0 : 1;
    int length = LENGTH_BYTES[flags >> 6];
    // One byte where there is no window and the flags say none.
    int lengthBytes = length == 0 && hasOneSegment ? 1 : length;
    part.clear().putInt(Integer.reverseBytes(MAGIC)).put((byte) flags);
    raw.copy(window + DICTIONARY_BYTES[flags & 3] + lengthBytes, part);
    part.flip();
    hasChecksum = (flags & HAS_CHECKSUM) != 0;
    isInBlocks = true;
  }

  /**
   * Reads the next block, or the checksum.
   *
   * @return false if the frame has no more
   */
  boolean readPart() throws IOException {
    part.clear();
    if (isInBlocks) {
      readBlock();
    } else if (hasChecksum) {
      raw.copy(CHECKSUM, part);
      hasChecksum = false;
    }
    part.flip();
    return part.hasRemaining();
  }

  private void readBlock() throws IOException {
    long start = raw.offset();
    int header = raw.next() | raw.next() << 8 | raw.next() << 16;
    isInBlocks = (header & 1) == 0;
    int size = header >> 3;
    int stored = (header >> 1 & 3) == RLE ? 1 : size;
    if (stored > MOST_IN_BLOCK) {
      throw new DamageException(Defect.BAD_DATA, start);
    }
    part.put((byte) header).put((byte) (header >> 8)).put((byte) (header >> 16));
    raw.copy(stored, part);
  }
}
