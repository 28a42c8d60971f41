package org.hitledger.logformat;

import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSearch;

/**
 * Finds where the fields of one line are. It is the regular expression
 *
 * <pre>{@code
 * ^(\S+)\s+(\S+)\s+(\S+)\s+\[(.*?)\]\s+"(.*?)"\s+(\d+)\s+(\d+|-)(?:\s*$|\s+"(.*?)"\s+"(.+?)")
 * }</pre>
 *
 * done by hand: in one pass, without backtracking, in time linear in the line's length whatever the
 * line. That works because each lazy group can only be closed by a quote or bracket that is
 * followed by what must follow it, and where the first such place leads nowhere because of what
 * comes later, every later one does too.
 */
final class RecordScanner {
  /** In place of an index: the line has no such field. */
  static final int ABSENT = -1;

  private final byte[] line;
  private final int length;

  int hostEnd;
  int identityStart;
  int identityEnd;
  int userStart;
  int userEnd;
  int timeStart;
  int timeEnd;
  int requestStart;
  int requestEnd;
  int statusStart;
  int statusEnd;
  int sizeStart;
  int sizeEnd;
  int refererStart = ABSENT;
  int refererEnd = ABSENT;
  int agentStart = ABSENT;

  RecordScanner(byte[] line) {
    this.line = line;
    this.length = line.length;
  }

  /** Whether the line has the shape; if so, the indices are set. */
  boolean scan() {
    return scanClient() && scanTime() && scanRequestAndRest();
  }

  private boolean scanClient() {
    hostEnd = wordEnd(0);
    identityStart = spaceEnd(hostEnd);
    identityEnd = wordEnd(identityStart);
    userStart = spaceEnd(identityEnd);
    userEnd = wordEnd(userStart);
    int bracket = spaceEnd(userEnd);
    timeStart = bracket + 1;
    // A word or a gap without a byte makes all that follow it start at the end of the line.
    return hostEnd > 0 && bracket > userEnd && isAt(bracket, '[');
  }

  private boolean scanTime() {
    for (int i = next(']', timeStart); i < length; i = next(']', i + 1)) {
      int quote = spaceEnd(i + 1);
      if (quote > i + 1 && isAt(quote, '"')) {
        timeEnd = i;
        requestStart = quote + 1;
        return true;
      }
    }
    return false;
  }

  private boolean scanRequestAndRest() {
    boolean mayBeCombined = true;
    for (int i = next('"', requestStart); i < length; i = next('"', i + 1)) {
      if (scanStatusAndSize(i + 1)) {
        requestEnd = i;
        int tail = spaceEnd(sizeEnd);
        if (tail == length) {
          return true;
        }
        if (mayBeCombined && tail > sizeEnd && line[tail] == '"') {
          if (scanRefererAndAgent(tail + 1)) {
            return true;
          }
          mayBeCombined = false;
        }
      }
    }
    return false;
  }

  private boolean scanStatusAndSize(int start) {
    statusStart = spaceEnd(start);
    statusEnd = digitsEnd(statusStart);
    sizeStart = spaceEnd(statusEnd);
    sizeEnd = isAt(sizeStart, '-') ? sizeStart + 1 : digitsEnd(sizeStart);
    return statusStart > start
        && statusEnd > statusStart
        && sizeStart > statusEnd
        && sizeEnd > sizeStart;
  }

  private boolean scanRefererAndAgent(int start) {
    for (int i = next('"', start); i < length; i = next('"', i + 1)) {
      int quote = spaceEnd(i + 1);
      if (quote > i + 1 && isAt(quote, '"')) {
        return markRefererAndAgent(start, i, quote + 1);
      }
    }
    return false;
  }

  /** The agent has one byte at least, so that its closing quote is not the byte it starts with. */
  private boolean markRefererAndAgent(int referer, int end, int agent) {
    if (lastQuote() <= agent) {
      return false;
    }
    refererStart = referer;
    refererEnd = end;
    agentStart = agent;
    return true;
  }

  /** Searched from the end: in nearly every line the agent's closing quote is the last byte. */
  private int lastQuote() {
    int i = length - 1;
    while (line[i] != '"') {
      i--;
    }
    return i;
  }

  private boolean isAt(int index, char wanted) {
    return index < length && line[index] == wanted;
  }

  /** Index of the first such byte from {@code start} on, or the line's length. */
  private int next(char wanted, int start) {
    return ByteSearch.indexOf(wanted, line, start, length);
  }

  private int wordEnd(int start) {
    return ByteSearch.indexOfSpace(line, start, length);
  }

  private int spaceEnd(int start) {
    return ByteSearch.indexOfNonSpace(line, start, length);
  }

  private int digitsEnd(int start) {
    int i = start;
    while (i < length && Ascii.isDigit(line[i])) {
      i++;
    }
    return i;
  }
}
