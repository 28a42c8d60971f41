package org.hitledger.pattern;

import org.hitledger.bytes.ByteSlice;

/** Where the fields of a line are. */
public final class Captures {
  private final byte[] line;
  private final int[] bounds;
  private final int end;

  /** Takes over what a scan has found: start and end of each field. */
  Captures(byte[] line, int[] bounds, int end) {
    this.line = line;
    this.bounds = bounds;
    this.end = end;
  }

  /**
   * One field.
   *
   * @param slot its place in the pattern's order of fields, from 0
   * @return a view into the line
   */
  public ByteSlice field(int slot) {
    return new ByteSlice(line, bounds[2 * slot], bounds[2 * slot + 1]);
  }

  /**
   * How many bytes are behind all that the pattern has taken.
   *
   * @return none, unless its tail may be anything
   */
  public int unclaimedBytes() {
    return line.length - end;
  }
}
