package org.hitledger.timetext;

import org.hitledger.bytes.ByteSlice;

/**
 * Seconds, milliseconds or microseconds since 1970-01-01T00:00:00Z; a fraction may follow seconds.
 */
public enum EpochTime implements TimeText {
  SECONDS(1),
  MILLISECONDS(1_000),
  MICROSECONDS(1_000_000);

  private static final int MICROS_PER_SECOND = 1_000_000;

  private final int unitsPerSecond;

  EpochTime(int unitsPerSecond) {
    this.unitsPerSecond = unitsPerSecond;
  }

  @Override
  public boolean read(ByteSlice text, TimeParts into) {
    var in = new TextCursor(text);
    long number = in.number();
    into.epochSecond(number / unitsPerSecond);
    if (unitsPerSecond > 1) {
      into.micros((int) (number % unitsPerSecond) * (MICROS_PER_SECOND / unitsPerSecond));
    }
    if (in.skip('.')) {
      int fraction = in.micros();
      if (unitsPerSecond == 1) {
        into.micros(fraction);
      }
    }
    return in.isWholeAndRight();
  }
}
