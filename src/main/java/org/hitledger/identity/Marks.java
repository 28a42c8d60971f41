package org.hitledger.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * Some of a text's line ends: all of the first, and of the others fewer the longer the text is.
 * Which ones hangs on the lines alone, so that equal texts have equal marks.
 */
final class Marks {
  /** Logs that are not the same differ in one of these, as a rule. */
  private static final int FIRST = 16;

  private static final int MOST = 64;

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

  List<Mark> all() {
    return List.copyOf(marks);
  }
}
