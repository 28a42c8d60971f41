package org.hitledger.timetext;

import org.hitledger.bytes.ByteSlice;

/** The fraction of a second alone, as Apache's {@code %{msec_frac}t} and {@code %{usec_frac}t}. */
public final class FractionTime implements TimeText {
  @Override
  public boolean read(ByteSlice text, TimeParts into) {
    var in = new TextCursor(text);
    into.micros(in.micros());
    return in.isWholeAndRight();
  }

  @Override
  public boolean hasDate() {
    return false;
  }

  @Override
  public boolean hasClock() {
    return false;
  }
}
