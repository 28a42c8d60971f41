package org.hitledger.logformat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys of JSON that a user names: {@code json:COLUMN=KEY,...}. */
final class OwnKeys {
  /** How they begin. */
  static final String PREFIX = "json:";

  private static final Map<String, DurationUnit> UNITS =
      Map.of(
          "s", DurationUnit.SECONDS,
          "ms", DurationUnit.MILLISECONDS,
          "us", DurationUnit.MICROSECONDS,
          "ns", DurationUnit.NANOSECONDS);

  private static final Pattern DURATION = Pattern.compile("(.+):(s|ms|us|ns)");

  private final String format;
  private final List<Directive> keys = new ArrayList<>();

  private OwnKeys(String format) {
    this.format = format;
  }

  /**
   * Reads the keys.
   *
   * @param format {@code json:COLUMN=KEY,...}
   * @param zone of times that say none
   * @return the format
   * @throws org.hitledger.fault.UsageFault if a column is none, or the time or the request is
   *     missing
   */
  static LogFormat read(String format, ZoneId zone) {
    var own = new OwnKeys(format);
    int at = PREFIX.length();
    while (at <= format.length()) {
      int comma = format.indexOf(',', at);
      int end = comma < 0 ? format.length() : comma;
      own.add(format.substring(at, end), at);
      at = end + 1;
    }
    Layout.missing(own.keys)
        .ifPresent(
            missing -> {
              throw FormatMistake.at(format, format.length(), missing.inOwnKeys());
            });
    return new JsonFormat(format, own.keys, zone);
  }

  private void add(String part, int at) {
    int equals = part.indexOf('=');
    if (equals < 1 || equals == part.length() - 1) {
      throw FormatMistake.at(
          format,
          at,
          "'%s' is not COLUMN=KEY, as in json:time=ts,target=request.uri".formatted(part));
    }
    keys.add(key(part.substring(0, equals), part.substring(equals + 1), at));
  }

  /** Of keys for one column the first that a line has counts. */
  private Directive key(String column, String key, int at) {
    int rank = keys.size();
    return switch (column) {
      case "time" -> JsonKeys.time(key, rank);
      case "duration" -> duration(key, rank, at);
      case "bytes" -> JsonKeys.column(key, AccessField.SIZE, rank);
      case "host",
          "identity",
          "user",
          "vhost",
          "request",
          "method",
          "target",
          "protocol",
          "status",
          "referer",
          "user_agent",
          "bytes_received",
          "forwarded_for" ->
          JsonKeys.column(key, AccessField.valueOf(column.toUpperCase(Locale.ROOT)), rank);
      default ->
          throw FormatMistake.at(
              format,
              at,
              "json: has no column '%s'; there are time, host, identity, user, vhost, request, method, target, protocol, status, bytes, referer, user_agent, duration, bytes_received and forwarded_for"
                  .formatted(column));
    };
  }

  private Directive duration(String key, int rank, int at) {
    Matcher unit = DURATION.matcher(key);
    if (!unit.matches()) {
      throw FormatMistake.at(
          format,
          at,
          "duration=%s has no unit; write duration=%s:s, or :ms, :us or :ns".formatted(key, key));
    }
    return JsonKeys.took(unit.group(1), UNITS.get(unit.group(2)), rank);
  }
}
