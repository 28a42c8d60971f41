package org.hitledger.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Some of a text's line ends: all of the first, and of the others fewer the longer the text is.
 * Which ones hangs on the lines alone, so that equal texts have equal marks.
 */
final class Marks {
  /** Logs that are not the same differ in one of these, as a rule. */
  private static final int FIRST = 8;

  private static final int MOST = 32;

  private final List<Mark> marks = new ArrayList<>();
  private long stride = 1;

  boolean wants(long line) {
    return line <= FIRST || line % stride == 0;
  }

  void add(Mark mark) {
    marks.add(mark);
    if (marks.size() > MOST) {
      stride *= 2;
      marks.removeIf(other -> !wants(other.line()));
    }
  }

  /** By their places in bytes. */
  SortedMap<Long, String> digests() {
    var digests = new TreeMap<Long, String>();
    marks.forEach(mark -> digests.put(mark.bytes(), mark.digest()));
    return Collections.unmodifiableSortedMap(digests);
  }
}
