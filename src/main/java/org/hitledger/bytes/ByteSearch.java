package org.hitledger.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds bytes eight at a time: each step reads a {@code long}, and a few operations on it set the
 * top bit of the first byte that is looked for (Warren, <em>Hacker's Delight</em>, 6-1). With loops
 * over single bytes, and times read in two passes, parsing took half as long again.
 */
public final class ByteSearch {
  /** Little endian, so that the first byte is in the lowest bits. */
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long TOPS = 0x8080_8080_8080_8080L;

  private ByteSearch() {}

  /**
   * The first such byte.
   *
   * @param wanted an ASCII character
   * @param bytes where to look
   * @param from index of the first byte to look at
   * @param to index after the last
   * @return its index, or {@code to} if there is none
   */
  public static int indexOf(char wanted, byte[] bytes, int from, int to) {
    long pattern = ONES * wanted;
    int i = from;
    while (i <= to - Long.BYTES) {
      // What is looked for becomes zero, and only a zero borrows from its top bit.
      long zeros = (long) LONGS.get(bytes, i) ^ pattern;
      long found = (zeros - ONES) & ~zeros & TOPS;
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
      i += Long.BYTES;
    }
    while (i < to && bytes[i] != wanted) {
      i++;
    }
    return i;
  }

  /**
   * The first white space, as {@link Ascii#isSpace} has it.
   *
   * @param bytes where to look
   * @param from index of the first byte to look at
   * @param to index after the last
   * @return its index, or {@code to} if there is none
   */
  public static int indexOfSpace(byte[] bytes, int from, int to) {
    int i = indexOfSpaceOrControl(bytes, from, to);
    while (i < to && !Ascii.isSpace(bytes[i])) {
      i = indexOfSpaceOrControl(bytes, i + 1, to);
    }
    return i;
  }

  /**
   * The first byte that is no white space. Gaps are short: they are searched byte by byte.
   *
   * @param bytes where to look
   * @param from index of the first byte to look at
   * @param to index after the last
   * @return its index, or {@code to} if there is none
   */
  public static int indexOfNonSpace(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && Ascii.isSpace(bytes[i])) {
      i++;
    }
    return i;
  }

  /** All white space is among these, which are the first in ASCII. */
  private static int indexOfSpaceOrControl(byte[] bytes, int from, int to) {
    int i = from;
    while (i <= to - Long.BYTES) {
      long eight = (long) LONGS.get(bytes, i);
      long found = (eight - ONES * (' ' + 1)) & ~eight & TOPS;
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
      i += Long.BYTES;
    }
    while (i < to && !isSpaceOrControl(bytes[i])) {
      i++;
    }
    return i;
  }

  private static boolean isSpaceOrControl(byte b) {
    return b >= 0 && b <= ' ';
  }

  /**
   * Whether bytes stand at a place, of which there are eight at most.
   *
   * @param wanted eight bytes as one number, the first in the lowest bits
   * @param mask of those bits that count
   * @param bytes where to look
   * @param at index of the first byte to look at
   * @return false also where fewer than eight bytes are left
   */
  public static boolean isAt(long wanted, long mask, byte[] bytes, int at) {
    return at <= bytes.length - Long.BYTES && (((long) LONGS.get(bytes, at) ^ wanted) & mask) == 0;
  }

  /**
   * Whether there is no byte of 128 and more.
   *
   * @param bytes where to look
   * @param from index of the first byte to look at
   * @param to index after the last
   * @return true also where there is nothing to look at
   */
  public static boolean isAscii(byte[] bytes, int from, int to) {
    int i = from;
    while (i <= to - Long.BYTES && ((long) LONGS.get(bytes, i) & TOPS) == 0) {
      i += Long.BYTES;
    }
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i >= to;
  }

  /**
   * The first byte of 128 and more.
   *
   * @param bytes where to look
   * @return its index, or the number of bytes if there is none
   */
  public static int indexOfNonAscii(byte[] bytes) {
    int i = 0;
    while (i <= bytes.length - Long.BYTES && ((long) LONGS.get(bytes, i) & TOPS) == 0) {
      i += Long.BYTES;
    }
    while (i < bytes.length && bytes[i] >= 0) {
      i++;
    }
    return i;
  }
}
