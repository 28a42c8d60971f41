package org.hitledger.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Keeps the last line of a text that names the fields of those behind it, as W3C logs do. */
final class FieldsLine {
  private static final String START = "#Fields:";

  /** No server writes a longer one. */
  private static final int MOST_BYTES = 1 << 16;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean isInLine;
  private boolean isHeader;
  private String last = "";

  /** The next bytes, all of one line. */
  void add(byte[] bytes, int from, int to) {
    if (from < to && !isInLine) {
      isInLine = true;
      isHeader = bytes[from] == '#';
    }
    if (isHeader && line.size() + to - from <= MOST_BYTES) {
      line.write(bytes, from, to - from);
    }
  }

  /** The line has come to its end. */
  void end() {
    last = last();
    line.reset();
    isInLine = false;
    isHeader = false;
  }

  /** With the line that is under way: it is entered too where a text ends in it. */
  String last() {
    return isFields() ? line.toString(UTF_8).strip() : last;
  }

  private boolean isFields() {
    return isHeader && line.toString(UTF_8).startsWith(START);
  }
}
