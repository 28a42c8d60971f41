package org.hitledger.pattern;

import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSearch;

/** The bytes of a line, asked where things that start at one byte end. */
abstract class LineBytes {
  /** In place of an index: there is no such thing. */
  static final int NOWHERE = -1;

  final byte[] line;
  int length;

  LineBytes(byte[] line) {
    this.line = line;
    length = line.length;
  }

  /** Behind a literal that starts there; white space right before it counts for its first space. */
  int endOf(Literal literal, int start) {
    int end = start + literal.length();
    boolean isPlain =
        literal.isPlainlyAt(start, line)
            && (!literal.endsWithSpace() || (end < length && !Ascii.isSpace(line[end])));
    return isPlain ? end : endOfSpaced(literal, start);
  }

  private int endOfSpaced(Literal literal, int start) {
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
    int next = nextOfList(start, at);
    while (next < length) {
      at = wordEnd(next);
      next = nextOfList(start, at);
    }
    return at;
  }

  /** The word behind another one of a list; the line's end if there is none. */
  private int nextOfList(int start, int wordEnd) {
    int next = spaceEnd(wordEnd);
    if (wordEnd == start || next == length) {
      return length;
    }
    return isColon(next) ? spaceEnd(next + 1) : line[wordEnd - 1] == ',' ? next : length;
  }

  /** Behind which there is a word; else it is a word itself. */
  private boolean isColon(int at) {
    return line[at] == ':' && spaceEnd(at + 1) > at + 1 && spaceEnd(at + 1) < length;
  }

  /** Behind so many words; where they start if there are fewer. */
  int wordsEnd(int start, int words) {
    int at = wordEnd(start);
    for (int i = 1; i < words && at > start; i++) {
      int next = spaceEnd(at);
      at = next == length ? start : wordEnd(next);
    }
    return at;
  }

  /** Where the last of so many words starts, or nowhere. */
  int lastWord(int start, int words) {
    if (words == 1) {
      return start;
    }
    int end = wordsEnd(start, words - 1);
    return end == start ? NOWHERE : spaceEnd(end);
  }

  /** The next such byte of the word there, or nowhere. */
  int stopInWord(char stop, int start) {
    int at = start == NOWHERE ? length : start;
    while (at < length && line[at] != stop && !Ascii.isSpace(line[at])) {
      at++;
    }
    return at < length && line[at] == stop ? at : NOWHERE;
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

  static int ifAny(int start, int end) {
    return end > start ? end : NOWHERE;
  }

  boolean isWord(int at) {
    return at < length && !Ascii.isSpace(line[at]);
  }

  int stop(char stop, int start) {
    return start < length ? orNowhere(ByteSearch.indexOf(stop, line, start, length)) : NOWHERE;
  }

  int orNowhere(int at) {
    return at < length ? at : NOWHERE;
  }
}
