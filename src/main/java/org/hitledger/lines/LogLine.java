package org.hitledger.lines;

import org.hitledger.compression.FoundDefect;

/** A line of a log, or what is left of one where a file is damaged. */
// Arrays in records compare by identity; lines are read once and never compared.
@SuppressWarnings("ArrayRecordComponent")
public sealed interface LogLine {

  /**
   * What stands there.
   *
   * @return its bytes without the LF, never changed; of a line longer than the limit the first,
   *     enough to see that it is
   */
  byte[] bytes();

  /** A line up to its end, or to the end of its file. */
  record Whole(byte[] bytes) implements LogLine {}

  /**
   * What stands before a damage, which is the last of its file.
   *
   * @param bytes what could be read of the line; perhaps nothing
   * @param defect where and what the damage is
   */
  record Cut(byte[] bytes, FoundDefect defect) implements LogLine {}
}
