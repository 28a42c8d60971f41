package org.hitledger.timetext;

import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSlice;

/** Reads a text from its start to its end. Once something is not as wanted, it stays failed. */
final class TextCursor {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int LETTERS_OF_MONTH = 3;
  private static final int DIGITS_OF_MICROS = 6;

  private final byte[] bytes;
  private final int end;
  private int at;
  private boolean isFailed;

  TextCursor(ByteSlice text) {
    bytes = text.array();
    at = text.from();
    end = text.to();
  }

  boolean isWholeAndRight() {
    return !isFailed && at == end;
  }

  boolean hasNext() {
    return at < end && !isFailed;
  }

  boolean isNext(char wanted) {
    return at < end && bytes[at] == wanted;
  }

  /** A byte that must be there. */
  void expect(char wanted) {
    if (!skip(wanted)) {
      isFailed = true;
    }
  }

  /** Passes a byte, if it is there. */
  boolean skip(char wanted) {
    boolean isThere = isNext(wanted);
    at += isThere ? 1 : 0;
    return isThere;
  }

  /** White space, one byte or more. */
  void expectSpace() {
    int start = at;
    while (at < end && Ascii.isSpace(bytes[at])) {
      at++;
    }
    isFailed |= at == start;
  }

  /** So many digits. */
  int number(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      value = value * 10 + digit();
    }
    return value;
  }

  private int digit() {
    if (at < end && Ascii.isDigit(bytes[at])) {
      return bytes[at++] - '0';
    }
    isFailed = true;
    return 0;
  }

  /** Any digits, one at least, that fit into a long. */
  long number() {
    int start = at;
    long value = 0;
    while (at < end && Ascii.isDigit(bytes[at]) && at - start < 18) {
      value = value * 10 + bytes[at++] - '0';
    }
    isFailed |= at == start;
    return value;
  }

  /** Of digits behind a point, one at least: those beyond the microseconds are cut off. */
  int micros() {
    int micros = 0;
    int digits = 0;
    int start = at;
    while (at < end && Ascii.isDigit(bytes[at])) {
      if (digits < DIGITS_OF_MICROS) {
        micros = micros * 10 + bytes[at] - '0';
        digits++;
      }
      at++;
    }
    isFailed |= at == start;
    for (; digits < DIGITS_OF_MICROS; digits++) {
      micros *= 10;
    }
    return micros;
  }

  /** Letters, one at least, in lower case. */
  String letters() {
    var letters = new StringBuilder();
    while (at < end && Ascii.isLetter(bytes[at])) {
      letters.append((char) Ascii.lower(bytes[at++]));
    }
    isFailed |= letters.isEmpty();
    return letters.toString();
  }

  /** 1 to 12, by the first letters of its English name. */
  int month() {
    String name = letters();
    int found =
        name.length() < LETTERS_OF_MONTH ? -1 : MONTHS.indexOf(name.substring(0, LETTERS_OF_MONTH));
    isFailed |= found < 0 || found % LETTERS_OF_MONTH != 0;
    return found / LETTERS_OF_MONTH + 1;
  }

  /** {@code Z}, {@code +01:00}, {@code +0100} or {@code +01}: minutes east of UTC. */
  int offset() {
    if (skip('Z') || skip('z')) {
      return 0;
    }
    boolean isWest = isNext('-');
    if (!isWest) {
      expect('+');
    } else {
      at++;
    }
    int hours = number(2);
    boolean hasMinutes = skip(':') || (at < end && Ascii.isDigit(bytes[at]));
    int minutes = hasMinutes ? number(2) : 0;
    isFailed |= minutes >= 60;
    return (isWest ? -1 : 1) * (hours * 60 + minutes);
  }
}
