package org.hitledger.rules;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Names to look segments up in. Most segments are as long as no name, or as one or two: a look-up
 * by length is done before a hash of the segment would be.
 */
final class NameSet implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[][][] namesByLength;

  NameSet(byte[][] names) {
    int longest = Arrays.stream(names).mapToInt(name -> name.length).max().orElse(0);
    namesByLength =
        IntStream.rangeClosed(0, longest)
            .mapToObj(length -> ofLength(length, names))
            .toArray(byte[][][]::new);
  }

  private static byte[][] ofLength(int length, byte[][] names) {
    return Arrays.stream(names).filter(name -> name.length == length).toArray(byte[][]::new);
  }

  /** Whether a segment is one of the names. */
  boolean contains(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length >= namesByLength.length) {
      return false;
    }
    for (byte[] name : namesByLength[length]) {
      if (Arrays.equals(bytes, from, to, name, 0, length)) {
        return true;
      }
    }
    return false;
  }
}
