package org.hitledger.compression;

/**
 * Lets lines pass up to a number of bytes, and swallows what is longer of them, so that a line
 * without end needs no memory. Where it ends the line shows that it was longer: more bytes pass
 * than a line may have.
 */
final class LineLimit {
  private static final byte LF = '\n';

  private final int most;
  private int inLine;

  /**
   * A limit at the start of a line.
   *
   * @param most how many bytes of a line pass, without its LF
   */
  LineLimit(int most) {
    this.most = most;
  }

  /** Whether the last byte was none that ends a line. */
  boolean isInLine() {
    return inLine > 0;
  }

  /**
   * Takes bytes out of a buffer, and closes the gaps.
   *
   * @param bytes the buffer
   * @param from index of the first byte
   * @param length how many there are, one or more
   * @return how many are left, which may be none
   */
  int apply(byte[] bytes, int from, int length) {
    int to = from + length;
    int firstEnd = endOfLine(bytes, from, to);
    // The lines between the first end and the last are shorter than the buffer: not looked at.
    if (length <= most && inLine + firstEnd - from <= most) {
      inLine = firstEnd == to ? inLine + length : to - startOfLast(bytes, to);
      return length;
    }
    return shorten(bytes, from, to);
  }

  private int shorten(byte[] bytes, int from, int to) {
    int kept = from;
    int start = from;
    while (start < to) {
      int end = endOfLine(bytes, start, to);
      int passing = Math.min(end - start, most - inLine);
      System.arraycopy(bytes, start, bytes, kept, passing);
      kept += passing;
      inLine += passing;
      if (end < to) {
        bytes[kept++] = LF;
        inLine = 0;
      }
      start = end + 1;
    }
    return kept - from;
  }

  /** Index of the first LF, or {@code to}. */
  private static int endOfLine(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != LF) {
      i++;
    }
    return i;
  }

  /** Index after the last LF, of which there is one. */
  private static int startOfLast(byte[] bytes, int to) {
    int i = to;
    while (bytes[i - 1] != LF) {
      i--;
    }
    return i;
  }
}
