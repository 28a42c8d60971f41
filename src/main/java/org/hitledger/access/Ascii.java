package org.hitledger.access;

/** The ASCII classes that the grammar of a log line is written in. */
final class Ascii {
  private Ascii() {}

  /** Space, TAB, LF, VT, FF and CR: what separates fields and words. */
  static boolean isSpace(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isLetter(byte b) {
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'z';
  }
}
