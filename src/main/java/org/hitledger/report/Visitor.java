package org.hitledger.report;

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
  /** By the host first: visitors of one host come one after the other once they are sorted. */
  RowKey key() {
    return RowKey.of(
        Panel.VISITORS, host, new byte[] {(byte) frame.ordinal()}, RowKey.moment(day), userAgent);
  }

  static Visitor of(RowKey key) {
    List<byte[]> names = key.names();
    return new Visitor(
        Frame.at(names.get(1)[0]), RowKey.moment(names.get(2)), names.get(0), names.get(3));
  }
}
