package org.hitledger.identity;

/** Looks for the first line that is neither blank nor begins with {@code #}, as headers do. */
final class FirstRecord {
  private boolean isInLine;
  private boolean isHeader;
  private boolean isInRecord;
  private long end;

  /** The next bytes, all of one line. */
  void add(byte[] bytes, int from, int to) {
    if (end > 0 || from == to) {
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

  /** The line has come to its end, behind so many bytes of the text. */
  void end(long bytes) {
    if (end == 0 && isInRecord) {
      end = bytes;
    }
    isInLine = false;
    isInRecord = false;
  }

  /** How many bytes of the text have it, with its end; 0 if there was none. */
  long bytes() {
    return end;
  }
}
