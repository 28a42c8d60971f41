package org.hitledger.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hitledger.bytes.ByteSearch;

/** Measures a text as it passes, once from its start to its end. */
public final class TextMeasure {
  private static final byte[] LINE_END = {'\n'};

  private final Sha256 sha;
  private final Marks marks = new Marks();
  private final FieldsLine fields = new FieldsLine();
  private final FirstRecord record = new FirstRecord();
  private final SortedSet<Long> asked;
  private final Map<Long, Entered> at = new HashMap<>();
  private final Head head;
  private long bytes;
  private long lines;
  private boolean isInLine;
  private Entered complete;

  /**
   * A measure at the start of a text.
   *
   * @param start the first bytes of the text, which are added too
   * @param length how many of them
   * @param asked at which places the text is measured too, in bytes
   * @param key of all digests
   */
  public TextMeasure(byte[] start, int length, SortedSet<Long> asked, DigestKey key) {
    sha = new Sha256(key);
    head = Head.of(start, length, key);
    this.asked = new TreeSet<>(asked);
    complete = here();
  }

  private Entered here() {
    return new Entered(bytes, lines + (isInLine ? 1 : 0), sha.soFar(), fields.last());
  }

  /**
   * The text goes on.
   *
   * @param text where it stands
   * @param from index of the first byte there
   * @param count how many
   */
  public void add(byte[] text, int from, int count) {
    int end = from + count;
    int lastLineEnd = lastLineEnd(text, from, end);
    int digested = from;
    int here = from;
    while (here < end) {
      int stop = (int) Math.min(end, here + nextAsked() - bytes);
      int lf = ByteSearch.indexOf('\n', text, here, stop);
      boolean isLineEnd = lf < stop;
      int next = isLineEnd ? lf + 1 : stop;
      pass(text, here, next, isLineEnd);
      here = next;
      boolean isMark = isLineEnd && marks.wants(lines);
      if (isMark || bytes == nextAsked() || here == lastLineEnd) {
        sha.add(text, digested, here - digested);
        digested = here;
        note(isMark, here == lastLineEnd);
      }
    }
    sha.add(text, digested, end - digested);
  }

  private static int lastLineEnd(byte[] text, int from, int end) {
    int last = end;
    while (last > from && text[last - 1] != '\n') {
      last--;
    }
    return last > from ? last : -1;
  }

  private long nextAsked() {
    return asked.isEmpty() ? Long.MAX_VALUE / 2 : asked.first();
  }

  private void pass(byte[] text, int from, int to, boolean isLineEnd) {
    int end = isLineEnd ? to - 1 : to;
    fields.add(text, from, end);
    record.add(text, from, end);
    bytes += to - from;
    isInLine = !isLineEnd;
    if (isLineEnd) {
      lines++;
      fields.end();
      record.end(bytes);
    }
  }

  private void note(boolean isMark, boolean isLastLineEnd) {
    Entered here = here();
    if (isMark) {
      marks.add(Mark.of(lines, bytes, here.sha256()));
    }
    if (isLastLineEnd) {
      complete = here;
    }
    if (bytes == nextAsked()) {
      asked.remove(bytes);
      at.put(bytes, here);
    }
  }

  /**
   * What was measured, once all of the text has passed.
   *
   * @return of the whole text
   */
  public TextSummary summary() {
    Entered total = here();
    return new TextSummary(
        head, complete, total, withEnd(total), record.bytes(), marks.digests(), Map.copyOf(at));
  }

  private Entered withEnd(Entered total) {
    if (!isInLine) {
      return total;
    }
    sha.add(LINE_END, 0, LINE_END.length);
    return new Entered(total.bytes() + 1, total.lines(), sha.soFar(), total.fields());
  }
}
