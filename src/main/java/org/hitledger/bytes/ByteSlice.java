package org.hitledger.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A run of bytes inside a longer array, such as one field of a line. It shares the array and never
 * changes it.
 *
 * @param array the bytes around the slice; whoever holds the slice leaves them alone
 * @param from index of the first byte
 * @param to index after the last byte
 */
// A copy of the array for each field of each line would cost more than reading the line.
@SuppressWarnings("ArrayRecordComponent")
public record ByteSlice(byte[] array, int from, int to) {

  /**
   * All bytes of an array.
   *
   * @param bytes the array, shared
   * @return the slice from its first byte to its last
   */
  public static ByteSlice of(byte[] bytes) {
    return new ByteSlice(bytes, 0, bytes.length);
  }

  /**
   * How long the slice is.
   *
   * @return its number of bytes
   */
  public int length() {
    return to - from;
  }

  /**
   * A copy of the bytes.
   *
   * @return a new array
   */
  public byte[] toArray() {
    return Arrays.copyOfRange(array, from, to);
  }

  /**
   * Two slices, one after the other.
   *
   * @param first the first
   * @param second what follows
   * @return a slice of a new array
   */
  public static ByteSlice concat(ByteSlice first, ByteSlice second) {
    byte[] bytes = Arrays.copyOfRange(first.array, first.from, first.to + second.length());
    System.arraycopy(second.array, second.from, bytes, first.length(), second.length());
    return ByteSlice.of(bytes);
  }

  /**
   * Whether these are the bytes of an ASCII text.
   *
   * @param text the text
   * @return true if they are
   */
  public boolean is(String text) {
    if (text.length() != length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (array[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The part up to an index of the shared array.
   *
   * @param end index after the last byte, in {@link #array()}
   * @return the shorter slice
   */
  public ByteSlice endingAt(int end) {
    return new ByteSlice(array, from, end);
  }

  /**
   * The part from an index of the shared array on.
   *
   * @param start index of the first byte, in {@link #array()}
   * @return the shorter slice
   */
  public ByteSlice startingAt(int start) {
    return new ByteSlice(array, start, to);
  }

  /**
   * The first such byte.
   *
   * @param wanted an ASCII character
   * @return its index in {@link #array()}, or -1
   */
  public int indexOf(char wanted) {
    int i = ByteSearch.indexOf(wanted, array, from, to);
    return i < to ? i : -1;
  }

  /**
   * The last such byte.
   *
   * @param wanted an ASCII character
   * @return its index in {@link #array()}, or -1
   */
  public int lastIndexOf(char wanted) {
    for (int i = to - 1; i >= from; i--) {
      if (array[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteSlice slice
        && Arrays.equals(array, from, to, slice.array, slice.from, slice.to);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toArray());
  }

  /** The bytes as text; what is not UTF-8 in them is written {@code \xHH}. */
  @Override
  public String toString() {
    return new String(EscapedUtf8.escape(this), StandardCharsets.UTF_8);
  }
}
