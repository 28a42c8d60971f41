package org.hitledger.testing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hitledger.access.Access;
import org.hitledger.access.AccessRecord;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.RequestLine;
import org.hitledger.bytes.ByteSlice;

/** Every detail that a line can be asked for, so that a test can ask for all of them. */
public final class Details {
  private Details() {}

  /**
   * All details of a line, whatever it is.
   *
   * @param line the record without its line end
   * @return the slices that it gives out; none if it has not the shape of a log line
   */
  public static List<ByteSlice> of(byte[] line) {
    return Stream.concat(
            AccessRecord.parse(line).stream().flatMap(Details::ofRecord),
            ParsedLine.of(line) instanceof Access access ? ofAccess(access) : Stream.empty())
        .toList();
  }

  private static Stream<ByteSlice> ofRecord(AccessRecord record) {
    return Stream.concat(
        Stream.of(
            record.host(),
            record.identity(),
            record.user(),
            record.time(),
            record.request(),
            record.status(),
            record.size()),
        Stream.of(record.referer(), record.userAgent()).flatMap(Optional::stream));
  }

  private static Stream<ByteSlice> ofAccess(Access access) {
    RequestLine request = access.request();
    return Stream.concat(
        ofRecord(access.record()),
        Stream.of(request.method(), request.target(), request.protocol(), access.path()));
  }
}
