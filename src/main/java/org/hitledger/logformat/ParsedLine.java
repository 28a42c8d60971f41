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
    Optional<RequestLine> request = RequestLine.parse(record.get().request());
    if (request.isEmpty()) {
      return Unparsed.BAD_REQUEST;
    }
    Optional<UrlParts> url = UrlParts.parse(request.get().target());
    if (url.isEmpty()) {
      return Unparsed.BAD_REQUEST;
    }
    Optional<LogTime> time = LogTime.parse(record.get().time());
    if (time.isEmpty()) {
      return Unparsed.BAD_TIME;
    }
    return new Access(record.get(), request.get(), url.get(), time.get());
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
