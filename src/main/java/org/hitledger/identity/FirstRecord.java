package org.hitledger.identity;

/** Looks for the first line that is neither blank nor begins with {@code #}, as headers do. */
final class FirstRecord {
  private boolean isInLine;
  private boolean isHeader;
  private boolean isInRecord;
  private boolean isFound;

  /** The next bytes, all of one line. */
  void add(byte[] bytes, int from, int to) {
    if (isFound || from == to) {
      return;
    }
    if (!isInLine) {
      isInLine = true;
      isHeader = bytes[from] == '#';
    }
    for (int i = from; i < to && !isHeader && !isInRecord; i++) {
      isInRecord = bytes[i] > ' ' || bytes[i] < 0;
    }
  }

  /** The line has come to its end. */
  void end() {
    isFound |= isInRecord;
    isInLine = false;
    isInRecord = false;
  }

  /** Whether there was one, with its end. */
  boolean isFound() {
    return isFound;
  }
}
