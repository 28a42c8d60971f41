package org.hitledger.pattern;

import static org.hitledger.pattern.LineBytes.NOWHERE;

import java.util.Arrays;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSearch;

/**
 * One line on its way through a pattern.
 *
 * <p>Most fields have one end: a word ends at white space. Others have a choice: a quoted field may
 * end at any quote that is not escaped, and takes the first with which the rest fits. Where a field
 * with a choice has led nowhere from one byte on, it leads nowhere from any later byte in its reach
 * either, since its ends there are some of those tried. So a range for each piece remembers what
 * was tried in vain, no byte is tried twice for one piece, and the time is linear in the line's
 * length.
 *
 * <p>Servers write a backslash before a quote that is in a field. A line that does not fit that way
 * is scanned once more with the backslash as any other byte, for servers that escape nothing.
 */
final class LineScan {
  private final LinePattern pattern;
  private final byte[] line;
  private final LineBytes bytes;
  private final int length;
  private final int[] bounds;
  private final int[] failedFrom;
  private final int[] failedTo;
  private boolean escapes = true;
  private boolean hasEscapedQuote;
  private boolean endsAnywhere;
  private int end;
  private int farthest;
  private int farthestPiece;
  private boolean hasStopped;

  LineScan(LinePattern pattern, byte[] line) {
    this.pattern = pattern;
    this.line = line;
    bytes = new LineBytes(line);
    length = line.length;
    bounds = new int[2 * pattern.fields()];
    failedFrom = new int[pattern.size()];
    failedTo = new int[pattern.size()];
  }

  boolean isMatch() {
    return fitsSomehow() || (hasEscapedQuote && fitsWithoutEscapes());
  }

  private boolean fitsWithoutEscapes() {
    escapes = false;
    return fitsSomehow();
  }

  /** A tail of anything need not be separate, if it is not in any line that ends so. */
  private boolean fitsSomehow() {
    return fitsAnew(false) || (pattern.mayEndAnywhere() && fitsAnew(true));
  }

  private boolean fitsAnew(boolean withAnyEnd) {
    endsAnywhere = withAnyEnd;
    Arrays.fill(failedTo, 0);
    return fits(0, 0);
  }

  Captures captures() {
    return new Captures(line, bounds, end);
  }

  Mismatch mismatch() {
    String expected =
        farthestPiece < pattern.size()
            ? pattern.piece(farthestPiece).expectation()
            : "the end of the line";
    return new Mismatch(farthest + 1, expected);
  }

  /** Whether the pieces from one on fit the bytes from one on. */
  private boolean fits(int firstPiece, int start) {
    int at = start;
    for (int i = firstPiece; i < pattern.size(); i++) {
      Piece piece = pattern.piece(i);
      if (piece instanceof Piece.Field field && field.ending().isRemembered()) {
        return fitsWithChoice(field, i, at);
      }
      int next =
          piece instanceof Piece.Field field
              ? take(field, at)
              : bytes.endOf((Piece.Literal) piece, at);
      if (next == NOWHERE) {
        return stopAt(at, i);
      }
      at = next;
    }
    return fitsTail(at);
  }

  /** A field that has one end only. */
  private int take(Piece.Field field, int at) {
    int fieldEnd =
        field.ending().kind() == Piece.EndKind.LINE ? bytes.lineEnd(at) : shapeEnd(field, at);
    keep(field, at, fieldEnd);
    return fieldEnd;
  }

  private boolean fitsWithChoice(Piece.Field field, int piece, int at) {
    if (at >= failedFrom[piece] && at < failedTo[piece]) {
      return false;
    }
    int reach = reach(field, at);
    int fieldEnd = firstEnd(field, piece, at, reach);
    if (fieldEnd == NOWHERE) {
      stopAt(at, piece);
    }
    while (fieldEnd != NOWHERE) {
      if (fits(piece + 1, fieldEnd)) {
        keep(field, at, fieldEnd);
        return true;
      }
      fieldEnd = nextEnd(field, fieldEnd, reach);
    }
    failedFrom[piece] = at;
    failedTo[piece] = reach;
    return false;
  }

  private void keep(Piece.Field field, int from, int to) {
    bounds[2 * field.slot()] = from;
    bounds[2 * field.slot() + 1] = to;
  }

  /** Behind all bytes from which a field that starts at one byte has the same ends left. */
  private int reach(Piece.Field field, int at) {
    return switch (field.shape()) {
      case NUMBER -> bytes.numberEnd(at);
      case DECIMAL -> bytes.decimalEnd(at);
      case WORD -> bytes.wordEnd(at);
      case LIST -> field.ending().kind() == Piece.EndKind.STOP ? length + 1 : bytes.wordEnd(at);
      case WORDS -> bytes.wordsEnd(at, field.words());
      case TEXT, QUOTED, WORD_OR_TEXT -> length + 1;
    };
  }

  private int firstEnd(Piece.Field field, int piece, int at, int reach) {
    return switch (field.ending().kind()) {
      case SHAPE -> shapeEnd(field, at);
      case LINE -> bytes.lineEnd(at);
      case QUOTE -> quote(at);
      case STOP -> stop(field, field.shape() == Shape.WORD ? at + 1 : at, reach);
      case SPACE -> firstSpace(field, piece, at);
    };
  }

  private int nextEnd(Piece.Field field, int last, int reach) {
    return switch (field.ending().kind()) {
      case SHAPE, LINE -> NOWHERE;
      case QUOTE -> quote(last + 1);
      case STOP -> stop(field, last + 1, reach);
      case SPACE -> orNowhere(bytes.wordEnd(bytes.spaceEnd(last)));
    };
  }

  private int shapeEnd(Piece.Field field, int at) {
    int shapeEnd =
        switch (field.shape()) {
          case NUMBER -> bytes.numberEnd(at);
          case DECIMAL -> bytes.decimalEnd(at);
          case LIST -> bytes.listEnd(at);
          default -> bytes.wordsEnd(at, field.words());
        };
    return shapeEnd > at ? shapeEnd : NOWHERE;
  }

  /** A word, if it is one that counts; no byte at all behind white space; or all up to the next. */
  private int firstSpace(Piece.Field field, int piece, int at) {
    int wordEnd = bytes.wordEnd(at);
    boolean isWord = field.shape() == Shape.WORD_OR_TEXT && isFollowed(piece, wordEnd);
    boolean mayBeEmpty = at > 0 && Ascii.isSpace(line[at - 1]);
    return mayBeEmpty && !isWord ? at : orNowhere(wordEnd);
  }

  private boolean isFollowed(int piece, int at) {
    return pattern.piece(piece + 1) instanceof Piece.Literal next
        && bytes.endOf(next, at) != NOWHERE;
  }

  private boolean fitsTail(int at) {
    end = at;
    return endsAnywhere || pattern.mayEndAt(at, line) || stopAt(at, pattern.size());
  }

  private boolean stopAt(int at, int piece) {
    if (piece > farthestPiece || !hasStopped) {
      hasStopped = true;
      farthest = at;
      farthestPiece = piece;
    }
    return false;
  }

  private int stop(Piece.Field field, int start, int reach) {
    int to = Math.min(reach, length);
    int at = start < to ? ByteSearch.indexOf(field.ending().stop(), line, start, to) : to;
    return at < to ? at : NOWHERE;
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
    int at = quote;
    while (escapes && at > 0 && line[at - 1] == '\\') {
      at--;
    }
    boolean isEscaped = (quote - at) % 2 == 1;
    hasEscapedQuote |= isEscaped;
    return isEscaped;
  }

  private int orNowhere(int at) {
    return at < length ? at : NOWHERE;
  }
}
