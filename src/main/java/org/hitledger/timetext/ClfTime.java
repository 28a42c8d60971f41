package org.hitledger.timetext;

import java.util.Optional;
import org.hitledger.access.LogTime;
import org.hitledger.bytes.ByteSlice;

/** Apache's {@code %t} without its brackets, which nginx calls {@code $time_local}. */
public final class ClfTime implements TimeText {
  @Override
  public boolean read(ByteSlice text, TimeParts into) {
    Optional<LogTime> time = LogTime.parse(text);
    time.ifPresent(
        found -> {
          into.epochSecond(found.epochSecond());
          into.micros(found.micros());
          into.offsetMinutes(found.offsetMinutes());
        });
    return time.isPresent();
  }

  @Override
  public int words() {
    return 2;
  }
}
