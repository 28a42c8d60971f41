package org.hitledger.logformat;

import java.util.Optional;
import org.hitledger.bytes.Ascii;

/** What became of one line: an access, or the reason why it is none. */
public sealed interface ParsedLine permits Access, Unparsed {

  /**
   * Reads one line.
   *
   * @param line its bytes without the LF; kept by the result, never changed
   * @return the access, or the first of the reasons that holds, in the order of {@link Unparsed}
   */
  static ParsedLine of(byte[] line) {
    Optional<AccessRecord> record = AccessRecord.parse(line);
    if (record.isEmpty()) {
      return isBlank(line) ? Unparsed.BLANK : Unparsed.NO_MATCH;
    }
    Optional<LogTime> time = LogTime.parse(record.get().time());
    if (time.isEmpty()) {
      return Unparsed.BAD_TIME;
    }
    Optional<RequestLine> request = RequestLine.parse(record.get().request());
    return new Access(record.get(), time.get(), request, request.flatMap(ParsedLine::url));
  }

  private static Optional<UrlParts> url(RequestLine request) {
    return request.isConnect()
        ? UrlParts.ofAuthority(request.target())
        : UrlParts.parse(request.target());
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (!Ascii.isSpace(b)) {
        return false;
      }
    }
    return true;
  }
}
