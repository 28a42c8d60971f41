package org.hitledger.timetext;

import org.hitledger.bytes.ByteSlice;

/**
 * ISO 8601 (RFC 3339): {@code 2024-03-02T10:00:05.25+01:00}. A space may stand for the T; fraction
 * and zone may be absent.
 */
public final class IsoTime implements TimeText {

  @Override
  public boolean read(ByteSlice text, TimeParts into) {
    var in = new TextCursor(text);
    into.year(in.number(4));
    in.expect('-');
    into.month(in.number(2));
    in.expect('-');
    into.day(in.number(2));
    if (!in.skip('T') && !in.skip('t')) {
      in.expectSpace();
    }
    into.hour(in.number(2));
    in.expect(':');
    into.minute(in.number(2));
    in.expect(':');
    into.second(in.number(2));
    if (in.skip('.') || in.skip(',')) {
      into.micros(in.micros());
    }
    if (in.hasNext()) {
      into.offsetMinutes(in.offset());
    }
    return in.isWholeAndRight();
  }
}
