package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hitledger.access.Access;
import org.hitledger.access.AccessRecord;
import org.hitledger.access.RequestLine;
import org.hitledger.access.UrlParts;
import org.hitledger.bytes.ByteSlice;

/** What an access tells, by the names of the columns; extra fields behind the word extra. */
final class Values {
  private Values() {}

  static Map<String, String> values(String format, String line) {
    LineReader reader = LogFormats.of(format, ZoneOffset.UTC).reader();
    return values(reader, line);
  }

  static Map<String, String> values(LineReader reader, String line) {
    byte[] bytes = line.getBytes(UTF_8);
    var read = reader.read(bytes);
    assertThat(read).as("%s: %s", line, reader.mismatch(bytes)).isInstanceOf(Access.class);
    return values((Access) read);
  }

  static Map<String, String> values(Access access) {
    AccessRecord record = access.record();
    var values = new LinkedHashMap<String, String>();
    values.put(
        "time",
        Instant.ofEpochSecond(access.time().epochSecond(), access.time().micros() * 1000L)
            .toString());
    put("utc_offset", record.utcOffset(), values);
    put("host", record.host(), values);
    put("identity", record.identity(), values);
    put("user", record.user(), values);
    put("vhost", record.vhost(), values);
    put("method", access.request().map(RequestLine::method), values);
    put("target", access.request().map(RequestLine::target), values);
    put("protocol", access.request().map(RequestLine::protocol), values);
    put("path", access.url().map(UrlParts::path), values);
    put("query", access.url().flatMap(UrlParts::query), values);
    put("status", record.status(), values);
    put("bytes", record.size(), values);
    put("referer", record.referer(), values);
    put("user_agent", record.userAgent(), values);
    record.durationMicros().ifPresent(micros -> values.put("duration", Long.toString(micros)));
    put("bytes_received", record.bytesReceived(), values);
    put("forwarded_for", record.forwardedFor(), values);
    record.extra().forEach((name, value) -> put("extra " + name, Optional.of(value), values));
    return values;
  }

  private static void put(String name, Optional<ByteSlice> value, Map<String, String> values) {
    value
        .map(ByteSlice::toString)
        .filter(text -> !text.isEmpty() && !text.equals("-"))
        .ifPresent(text -> values.put(name, text));
  }
}
