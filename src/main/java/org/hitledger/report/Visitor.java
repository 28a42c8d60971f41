package org.hitledger.report;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A host with its user agent on one day.
 *
 * @param frame the period that the day is of
 * @param day when the day starts
 * @param host may be empty
 * @param userAgent may be empty
 */
@SuppressWarnings("ArrayRecordComponent")
record Visitor(Frame frame, long day, byte[] host, byte[] userAgent) {

  RowKey key() {
    return RowKey.of(
        Panel.VISITORS, new byte[] {(byte) frame.ordinal()}, RowKey.moment(day), host, userAgent);
  }

  static Visitor of(RowKey key) {
    List<byte[]> names = key.names();
    return new Visitor(
        Frame.values()[ByteBuffer.wrap(names.get(0)).get()],
        RowKey.moment(names.get(1)),
        names.get(2),
        names.get(3));
  }
}
