package org.hitledger.timetext;

import org.hitledger.bytes.ByteSlice;

/**
 * The time of day that W3C logs have beside the date: {@code 09:00:06}, perhaps with a fraction.
 */
public final class ClockTime implements TimeText {
  @Override
  public boolean read(ByteSlice text, TimeParts into) {
    var in = new TextCursor(text);
    into.hour(in.number(2));
    in.expect(':');
    into.minute(in.number(2));
    in.expect(':');
    into.second(in.number(2));
    if (in.skip('.')) {
      into.micros(in.micros());
    }
    return in.isWholeAndRight();
  }

  @Override
  public boolean hasDate() {
    return false;
  }
}
