package org.hitledger.pattern;

import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSearch;

/**
 * One line on its way through a pattern.
 *
 * <p>Most fields have one end: a word ends at white space. Others have a choice: a quoted field may
 * end at any quote that is not escaped, and takes the first with which the rest fits. Where a field
 * does not fit, the last one before it that has a choice goes on to its next end. Where a field
 * with a choice has led nowhere from one byte on, it leads nowhere from any later byte in its reach
 * either, since its ends there are some of those tried. So a range for each field remembers what
 * was tried in vain, no byte is tried twice for one field, and the time is linear in the line's
 * length. If the reach is all the rest of the line, the line does not fit: other fields before it
 * would have it start later (but for a list, which may be shorter if it starts later).
 *
 * <p>Servers write a backslash before a quote that is in a field, or escape nothing: whoever scans
 * says which.
 */
final class LineScan extends LineBytes {
  /** In place of the number of what is expected: what stands before all fields. */
  static final int BEFORE_ALL = -1;

  private static final int[] NONE_FAILED = {};

  private final LinePattern pattern;
  private final boolean escapes;
  private final int[] bounds;

  /** From where to where each field was tried in vain; for most lines none ever was. */
  private int[] failed = NONE_FAILED;

  /**
   * Whether a field led nowhere whose reach is all the rest of the line: whatever could be tried
   * yet would have it start later.
   */
  private boolean isHopeless;

  private boolean endsAnywhere;
  private int end;
  private int farthest;

  /** What should stand there: twice the number of a field, and one more for what is behind it. */
  private int expected = BEFORE_ALL;

  LineScan(LinePattern pattern, byte[] line, boolean escapes) {
    super(line);
    this.pattern = pattern;
    this.escapes = escapes;
    bounds = new int[2 * pattern.fields().length];
  }

  /** A tail of anything need not be separate, if it is not in any line that ends so. */
  boolean isMatch() {
    return fitsAnew(false) || (pattern.mayEndAnywhere() && isTailReached() && fitsAnew(true));
  }

  private boolean isTailReached() {
    return expected == 2 * pattern.fields().length;
  }

  private boolean fitsAnew(boolean withAnyEnd) {
    endsAnywhere = withAnyEnd;
    failed = NONE_FAILED;
    isHopeless = false;
    Field[] fields = pattern.fields();
    int at = endOf(pattern.start(), 0);
    if (at == NOWHERE) {
      return false;
    }
    int index = 0;
    while (index < fields.length || !fitsTail(at)) {
      int next = index < fields.length ? first(fields[index], index, at) : NOWHERE;
      while (next == NOWHERE) {
        index = pattern.choiceBefore(index);
        if (index < 0 || isHopeless) {
          return false;
        }
        next = next(fields[index], index);
      }
      at = next;
      index++;
    }
    return true;
  }

  /** Behind a field that starts there and what stands behind it. */
  private int first(Field field, int index, int at) {
    if (field.isRemembered() && hasFailed(index, at)) {
      return NOWHERE;
    }
    int firstEnd = firstEnd(field, at);
    if (firstEnd == NOWHERE) {
      stopAt(at, 2 * index);
    }
    return fit(field, index, at, firstEnd);
  }

  /** The same for the field's next end. */
  private int next(Field field, int index) {
    int from = bounds[2 * index];
    return fit(field, index, from, nextEnd(field, bounds[2 * index + 1]));
  }

  /** Takes the first of a field's ends, from one on, behind which stands what should. */
  private int fit(Field field, int index, int from, int firstEnd) {
    int fieldEnd = firstEnd;
    while (fieldEnd != NOWHERE) {
      int next = endOf(field.behind(), fieldEnd);
      if (next != NOWHERE) {
        bounds[2 * index] = from;
        bounds[2 * index + 1] = fieldEnd;
        return next;
      }
      stopAt(fieldEnd, 2 * index + 1);
      fieldEnd = nextEnd(field, fieldEnd);
    }
    if (field.isRemembered()) {
      int reach = reach(field, from);
      isHopeless = reach > length && !pattern.isBehindList(index);
      rememberFailed(index, from, reach);
    }
    return NOWHERE;
  }

  private boolean hasFailed(int index, int at) {
    return failed.length > 0 && at >= failed[2 * index] && at < failed[2 * index + 1];
  }

  private void rememberFailed(int index, int from, int to) {
    if (failed.length == 0) {
      failed = new int[2 * pattern.fields().length];
    }
    failed[2 * index] = from;
    failed[2 * index + 1] = to;
  }

  /** White space that must be all of the tail is nobody's text. */
  Captures captures() {
    return new Captures(line, bounds, pattern.mayEndAnywhere() ? end : length);
  }

  Mismatch mismatch() {
    return new Mismatch(farthest + 1, pattern.expectation(expected));
  }

  /** Behind all bytes from which a field that starts at one byte has the same ends left. */
  private int reach(Field field, int at) {
    return switch (field.kind()) {
      case NUMBER -> numberEnd(at);
      case DECIMAL -> decimalEnd(at);
      case WORD, WORDS, LIST, STOP_IN_WORD, STOP_IN_LAST_WORD -> wordEnd(at);
      case LINE, LAST_QUOTE, SPACE, WORD_OR_SPACE, QUOTE, STOP -> length + 1;
    };
  }

  private int firstEnd(Field field, int at) {
    return switch (field.kind()) {
      case WORD -> ifAny(at, wordEnd(at));
      case WORDS -> ifAny(at, wordsEnd(at, field.words()));
      case LIST -> ifAny(at, listEnd(at));
      case NUMBER -> ifAny(at, numberEnd(at));
      case DECIMAL -> ifAny(at, decimalEnd(at));
      case LINE -> lineEnd(at);
      case LAST_QUOTE -> lastQuote(at);
      case SPACE -> emptyOrSpace(at, wordEnd(at));
      case WORD_OR_SPACE -> wordOrSpace(field, at, wordEnd(at));
      case QUOTE -> quote(at);
      case STOP -> stop(field.stop(), at);
      case STOP_IN_WORD -> isWord(at) ? stopInWord(field.stop(), at + 1) : NOWHERE;
      case STOP_IN_LAST_WORD -> stopInWord(field.stop(), lastWord(at, field.words()));
    };
  }

  private int nextEnd(Field field, int last) {
    return switch (field.kind()) {
      case WORD, WORDS, LIST, NUMBER, DECIMAL, LINE, LAST_QUOTE -> NOWHERE;
      case SPACE, WORD_OR_SPACE -> orNowhere(wordEnd(spaceEnd(last)));
      case QUOTE -> quote(last + 1);
      case STOP -> stop(field.stop(), last + 1);
      case STOP_IN_WORD, STOP_IN_LAST_WORD -> stopInWord(field.stop(), last + 1);
    };
  }

  /** No byte at all behind white space; or all up to the next. */
  private int emptyOrSpace(int at, int wordEnd) {
    return at > 0 && Ascii.isSpace(line[at - 1]) ? at : orNowhere(wordEnd);
  }

  /** Right before what follows a word is the field, whatever word. */
  private int wordOrSpace(Field field, int at, int wordEnd) {
    boolean isFollowed = wordEnd > at && endOf(field.behind(), wordEnd) != NOWHERE;
    return isFollowed ? orNowhere(wordEnd) : emptyOrSpace(at, wordEnd);
  }

  private boolean fitsTail(int at) {
    end = at;
    boolean fits = endsAnywhere || pattern.mayEndAt(at, line);
    if (!fits) {
      stopAt(at, 2 * pattern.fields().length);
    }
    return fits;
  }

  /**
   * The deepest field that was reached says most, and the first place where it might have begun.
   */
  private void stopAt(int at, int what) {
    if (what > expected) {
      farthest = at;
      expected = what;
    }
  }

  private int lastQuote(int start) {
    int at = lineEnd(start) - 1;
    if (at >= start && line[at] == '"' && !isEscaped(at)) {
      return at;
    }
    int quote = quote(start);
    if (quote != NOWHERE) {
      stopAt(quote + 1, 2 * pattern.fields().length);
    }
    return NOWHERE;
  }

  private int quote(int start) {
    int at = start < length ? ByteSearch.indexOf('"', line, start, length) : length;
    while (at < length && isEscaped(at)) {
      at = ByteSearch.indexOf('"', line, at + 1, length);
    }
    return orNowhere(at);
  }

  /** Whether an odd number of backslashes stands right before a quote, and they count. */
  private boolean isEscaped(int quote) {
    if (quote == 0 || line[quote - 1] != '\\' || !escapes) {
      return false;
    }
    int at = quote;
    while (at > 0 && line[at - 1] == '\\') {
      at--;
    }
    return (quote - at) % 2 == 1;
  }
}
