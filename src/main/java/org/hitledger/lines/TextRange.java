package org.hitledger.lines;

import java.io.Serializable;

/**
 * The lines of a file that are read. Where it is not all of them, the file may grow meanwhile.
 *
 * @param from where they begin in the unpacked text, in bytes: the start of a line
 * @param to where they end
 * @param linesBefore how many lines stand before them
 * @param fields the last line among these that names the fields of those behind it, as W3C logs do;
 *     empty if there is none
 */
public record TextRange(long from, long to, long linesBefore, String fields)
    implements Serializable {
  /** All lines. */
  public static final TextRange ALL = new TextRange(0, Long.MAX_VALUE, 0, "");

  private static final long serialVersionUID = 1L;

  boolean isAll() {
    return equals(ALL);
  }
}
