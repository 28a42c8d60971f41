package org.hitledger.pattern;

import org.hitledger.bytes.ByteSlice;

/** The fields of one line, by their places in the order of its format. */
public interface Fields {

  /**
   * One field.
   *
   * @param slot its place, from 0
   * @return as logged; {@code -} or nothing if there is none
   */
  ByteSlice field(int slot);

  /**
   * How much of the line no field takes.
   *
   * @return bytes
   */
  int unclaimedBytes();
}
