package org.hitledger.timetext;

import org.hitledger.bytes.ByteSlice;

/** A way in which a time, or a part of one, is written. Immutable. */
public interface TimeText {

  /**
   * Reads a text.
   *
   * @param text what stands where the time should be
   * @param into what it says is put in here
   * @return whether it is such a text; what was put in is of no use if not
   */
  boolean read(ByteSlice text, TimeParts into);

  /**
   * How many words such a text has.
   *
   * @return one more than there are gaps of white space in it
   */
  default int words() {
    return 1;
  }

  /**
   * Whether such a text tells the day.
   *
   * @return true if it is more than a time of day
   */
  default boolean hasDate() {
    return true;
  }

  /**
   * Whether such a text tells the time of day.
   *
   * @return true if it is more than a date
   */
  default boolean hasClock() {
    return true;
  }
}
