package org.hitledger.pattern;

import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSearch;

/** The bytes of a line, asked where things that start at one byte end. */
final class LineBytes {
  /** In place of an index: there is no such thing. */
  static final int NOWHERE = -1;

  private final byte[] line;
  private final int length;

  LineBytes(byte[] line) {
    this.line = line;
    length = line.length;
  }

  /** Behind a literal that starts there; white space right before it counts for its first space. */
  int endOf(Piece.Literal literal, int start) {
    int at = start;
    for (int i = 0; i < literal.length(); i++) {
      byte b = literal.at(i);
      if (b == ' ') {
        int spaceEnd = spaceEnd(at);
        if (spaceEnd == 0 || !Ascii.isSpace(line[spaceEnd - 1])) {
          return NOWHERE;
        }
        at = spaceEnd;
      } else if (at < length && line[at] == b) {
        at++;
      } else {
        return NOWHERE;
      }
    }
    return at;
  }

  int numberEnd(int start) {
    if (start < length && line[start] == '-') {
      return start + 1;
    }
    int at = start;
    while (at < length && Ascii.isDigit(line[at])) {
      at++;
    }
    return at;
  }

  /** A dash may be a sign. */
  int decimalEnd(int start) {
    int at = start < length && line[start] == '-' ? start + 1 : start;
    while (at < length && (Ascii.isDigit(line[at]) || line[at] == '.')) {
      at++;
    }
    return at;
  }

  int listEnd(int start) {
    int at = wordEnd(start);
    int next = spaceEnd(at);
    while (at > start && next < length && (line[at - 1] == ',' || isColon(next))) {
      at = wordEnd(isColon(next) ? spaceEnd(next + 1) : next);
      next = spaceEnd(at);
    }
    return at;
  }

  boolean isColon(int at) {
    return line[at] == ':' && at + 1 < length && Ascii.isSpace(line[at + 1]);
  }

  int wordsEnd(int start, int words) {
    int at = wordEnd(start);
    for (int i = 1; i < words; i++) {
      at = wordEnd(spaceEnd(at));
    }
    return at;
  }

  int lineEnd(int start) {
    int at = length;
    while (at > start && Ascii.isSpace(line[at - 1])) {
      at--;
    }
    return at;
  }

  int wordEnd(int start) {
    return ByteSearch.indexOfSpace(line, start, length);
  }

  int spaceEnd(int start) {
    return ByteSearch.indexOfNonSpace(line, start, length);
  }
}
