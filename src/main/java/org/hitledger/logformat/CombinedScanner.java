package org.hitledger.logformat;

import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSearch;

/**
 * Finds where the fields of one line are. It is the regular expression
 *
 * <pre>{@code
 * ^(\S+)\s+(\S+)\s+(.*?\s+)??\[(.*?)\]\s+"(.*?)"\s+(\d+|-)\s+(\d+|-)(?:\s*$|\s+"(.*?)"\s+"(.*?)"(?=\s|$))
 * }</pre>
 *
 * done by hand: in one pass, without backtracking, in time linear in the line's length whatever the
 * line. That works because each lazy group can only be closed by a quote or bracket that is
 * followed by what must follow it, and where the first such place leads nowhere because of what
 * comes later, every later one does too.
 *
 * <p>Servers write a backslash before a quote that is in a field (Apache's mod_log_config, "Format
 * Notes"): no such quote closes one. A line that is no record that way is scanned once more with
 * the backslash as any other byte, for servers that escape nothing. An agent that no quote closes
 * as it should ends at its first one.
 */
final class CombinedScanner {
  /** In place of an index: the line has no such field. */
  static final int ABSENT = -1;

  private final byte[] line;
  private final int length;

  /** Whether a backslash escapes a quote. */
  boolean escapes = true;

  private boolean hasEscapedQuote;

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

  CombinedScanner(byte[] line) {
    this.line = line;
    this.length = line.length;
  }

  /** Whether the line has the shape; if so, the indices are set. */
  boolean scan() {
    return scanClient() && scanTime() && (scanRequestAndRest() || scanWithoutEscapes());
  }

  private boolean scanWithoutEscapes() {
    escapes = false;
    return hasEscapedQuote && scanRequestAndRest();
  }

  private boolean scanClient() {
    hostEnd = wordEnd(0);
    identityStart = spaceEnd(hostEnd);
    identityEnd = wordEnd(identityStart);
    userStart = spaceEnd(identityEnd);
    // A word or a gap without a byte makes all that follow it start at the end of the line.
    return hostEnd > 0 && userStart > identityEnd && scanUser();
  }

  /**
   * One word before a bracket, whatever word; or all up to the first bracket behind white space.
   */
  private boolean scanUser() {
    userEnd = wordEnd(userStart);
    int bracket = spaceEnd(userEnd);
    if (bracket == userEnd || !isAt(bracket, '[')) {
      bracket = bracketBehindSpace(userStart);
      userEnd = spaceStart(bracket);
    }
    timeStart = bracket + 1;
    return bracket < length;
  }

  /** The user before it may have white space in it, or be empty. */
  private int bracketBehindSpace(int start) {
    int bracket = next('[', start);
    while (bracket < length && !Ascii.isSpace(line[bracket - 1])) {
      bracket = next('[', bracket + 1);
    }
    return bracket;
  }

  private int spaceStart(int end) {
    int start = end;
    while (start > userStart && Ascii.isSpace(line[start - 1])) {
      start--;
    }
    return start;
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
    for (int i = quote(requestStart); i < length; i = quote(i + 1)) {
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
    statusEnd = numberEnd(statusStart);
    sizeStart = spaceEnd(statusEnd);
    sizeEnd = numberEnd(sizeStart);
    return statusStart > start
        && statusEnd > statusStart
        && sizeStart > statusEnd
        && sizeEnd > sizeStart;
  }

  private boolean scanRefererAndAgent(int start) {
    for (int i = quote(start); i < length; i = quote(i + 1)) {
      int quote = spaceEnd(i + 1);
      if (quote > i + 1 && isAt(quote, '"')) {
        return markRefererAndAgent(start, i, quote + 1);
      }
    }
    return false;
  }

  private boolean markRefererAndAgent(int referer, int end, int agent) {
    if (lastQuote(agent) < agent) {
      return false;
    }
    refererStart = referer;
    refererEnd = end;
    agentStart = agent;
    return true;
  }

  /** Searched from the end: in nearly every line the agent's closing quote is the last byte. */
  private int lastQuote(int from) {
    int i = length - 1;
    while (i >= from && (line[i] != '"' || isEscaped(i))) {
      i--;
    }
    return i;
  }

  /** Index of the first quote from {@code start} on that may close a field, or the length. */
  private int quote(int start) {
    int i = next('"', start);
    while (i < length && isEscaped(i)) {
      i = next('"', i + 1);
    }
    return i;
  }

  private boolean isEscaped(int quote) {
    boolean isEscaped = escapes && isEscaped(quote, line);
    hasEscapedQuote |= isEscaped;
    return isEscaped;
  }

  /** Whether an odd number of backslashes stands right before a quote. */
  private static boolean isEscaped(int quote, byte[] line) {
    int i = quote;
    while (line[i - 1] == '\\') {
      i--;
    }
    return (quote - i) % 2 == 1;
  }

  /**
   * Where an agent ends: at the first quote that may close it and has white space or the line's end
   * behind it, or at the first that may close it. There is one.
   */
  static int agentEnd(byte[] line, int start, boolean escapes) {
    int first = ABSENT;
    for (int i = ByteSearch.indexOf('"', line, start, line.length);
        i < line.length;
        i = ByteSearch.indexOf('"', line, i + 1, line.length)) {
      if (!escapes || !isEscaped(i, line)) {
        if (i + 1 == line.length || Ascii.isSpace(line[i + 1])) {
          return i;
        }
        first = first == ABSENT ? i : first;
      }
    }
    return first;
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

  /** Behind digits or a dash. */
  private int numberEnd(int start) {
    if (isAt(start, '-')) {
      return start + 1;
    }
    int i = start;
    while (i < length && Ascii.isDigit(line[i])) {
      i++;
    }
    return i;
  }
}
