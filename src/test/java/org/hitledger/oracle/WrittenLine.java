package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A line as a server writes it, field by field, and what a reader should find in it. */
public final class WrittenLine {
  private static final DateTimeFormatter CLF =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xxxx", Locale.ROOT);

  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxxx");

  private final List<String> headers = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final Map<String, String> values = new LinkedHashMap<>();

  /** A line that must be read before this one. */
  WrittenLine header(String text) {
    headers.add(text);
    return this;
  }

  /** What belongs to no field. */
  WrittenLine text(String text) {
    line.append(text);
    return this;
  }

  /** A field: as it is written it should be found. */
  WrittenLine field(String column, String written) {
    line.append(written);
    return value(column, written);
  }

  WrittenLine field(String column, long written) {
    return field(column, Long.toString(written));
  }

  /** What should be found, whatever is written. */
  WrittenLine value(String column, String found) {
    if (!found.isEmpty() && !found.equals("-")) {
      values.put(column, found);
    }
    return this;
  }

  WrittenLine value(String column, long found) {
    return value(column, Long.toString(found));
  }

  /** Apache's {@code %t} without its brackets. */
  WrittenLine clfTime(KnownAccess access) {
    text(CLF.format(access.local()));
    offset(access.zone());
    return time(access.timeIn(ChronoUnit.SECONDS));
  }

  WrittenLine time(Instant found) {
    return value("time", found.toString());
  }

  WrittenLine offset(ZoneOffset zone) {
    return value("utc_offset", OFFSET.withZone(zone).format(Instant.EPOCH.atZone(zone)));
  }

  /** The request's line; its parts are found as they are written. */
  WrittenLine request(KnownAccess access, UnaryOperator<String> escape) {
    return field("method", access.method())
        .text(" ")
        .field("target", escape.apply(access.target()))
        .text(" ")
        .field("protocol", access.protocol());
  }

  /** The lines before it that are no records. */
  public List<byte[]> headers() {
    return headers.stream().map(header -> header.getBytes(UTF_8)).toList();
  }

  /** The line's bytes, without an LF. */
  public byte[] bytes() {
    return line.toString().getBytes(UTF_8);
  }

  /** What should be found, by column. */
  public Map<String, String> values() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
