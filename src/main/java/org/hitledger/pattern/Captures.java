package org.hitledger.pattern;

import org.hitledger.bytes.ByteSlice;

/** Where the fields of a line are. */
final class Captures implements Fields {
  private final byte[] line;
  private final int[] bounds;
  private final int end;

  /** Takes over what a scan has found: start and end of each field. */
  Captures(byte[] line, int[] bounds, int end) {
    this.line = line;
    this.bounds = bounds;
    this.end = end;
  }

  @Override
  public ByteSlice field(int slot) {
    return new ByteSlice(line, bounds[2 * slot], bounds[2 * slot + 1]);
  }

  @Override
  public int unclaimedBytes() {
    return line.length - end;
  }
}
