package org.hitledger.oracle;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines in W3C's Extended Log File Format: of IIS, and of CloudFront with tabs. */
final class FieldLines {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final List<String> names = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final WrittenLine line = new WrittenLine();

  private FieldLines() {}

  private FieldLines field(String name, String text) {
    names.add(name);
    texts.add(text.isEmpty() ? "-" : text);
    return this;
  }

  private FieldLines field(String name, String column, String text) {
    line.value(column, text);
    return field(name, text);
  }

  private WrittenLine written(String separator) {
    return line.header("#Version: 1.0")
        .header("#Fields: " + String.join(" ", names))
        .text(String.join(separator, texts));
  }

  private FieldLines time(KnownAccess access) {
    line.time(access.timeIn(ChronoUnit.SECONDS));
    return field("date", DATE.format(access.time())).field("time", TIME.format(access.time()));
  }

  /** A query that is a dash is written as none is. */
  private FieldLines target(KnownAccess access, String stem, String query) {
    boolean none = query.isEmpty() || query.equals("-");
    line.value("target", none ? stem : stem + "?" + query);
    return field("cs-method", "method", access.method())
        .field("cs-uri-stem", stem)
        .field("cs-uri-query", query);
  }

  /** A site may have any choice of fields. */
  static WrittenLine iis(KnownAccess access) {
    long millis = access.micros() / 1000;
    String agent = unquoted(access.agent());
    String referer = Escapes.plus(access.referer());
    FieldLines fields = new FieldLines().time(access).field("s-ip", "extra s-ip", "10.0.0.4");
    if (access.status() % 2 == 0) {
      fields.field("c-ip", "host", access.host()).field("cs-host", "vhost", access.vhost());
    }
    fields
        .target(access, Escapes.plus(access.stem()), unquoted(access.query()))
        .field("s-port", "extra s-port", "443")
        .field("cs-username", "user", Escapes.plus(access.user()))
        .field("cs-version", "protocol", access.protocol())
        .field("cs(User-Agent)", "user_agent", agent)
        .field("cs(Referer)", "referer", referer)
        .field("cs(Cookie)", "extra cs(Cookie)", Escapes.plus("c=" + access.id()))
        .field("sc-status", "status", Integer.toString(access.status()))
        .field("sc-substatus", "extra sc-substatus", "0")
        .field("sc-bytes", "bytes", Long.toString(access.bytes()))
        .field("cs-bytes", "bytes_received", Long.toString(access.received()))
        .field("time-taken", Long.toString(millis));
    fields.line.value("duration", millis * 1000);
    return fields.written(" ");
  }

  /** A field between quotes is one that a proxy has put there. */
  private static String unquoted(String text) {
    return Escapes.plus(text).replaceAll("^\"+", "");
  }

  static WrittenLine cloudFront(KnownAccess access) {
    long millis = access.micros() / 1000;
    FieldLines fields =
        new FieldLines()
            .time(access)
            .field("x-edge-location", "extra x-edge-location", "LAX1")
            .field("sc-bytes", "bytes", Long.toString(access.bytes()))
            .field("c-ip", "host", access.host())
            .target(access, Escapes.percent(access.stem()), Escapes.percent(access.query()))
            .field("cs(Host)", "extra cs(Host)", "d111111abcdef8.cloudfront.net")
            .field("sc-status", "status", Integer.toString(access.status()))
            .field("cs(Referer)", "referer", Escapes.percent(access.referer()))
            .field("cs(User-Agent)", "user_agent", Escapes.percent(access.agent()))
            .field("x-edge-result-type", "extra x-edge-result-type", "Hit")
            .field("x-host-header", "vhost", access.vhost())
            .field("cs-protocol", "extra cs-protocol", "https")
            .field("cs-bytes", "bytes_received", Long.toString(access.received()))
            .field("time-taken", LogWriter.decimal(millis, 3))
            .field("x-forwarded-for", "forwarded_for", Escapes.percent(access.forwardedFor()))
            .field("cs-protocol-version", "protocol", access.protocol());
    fields.line.value("duration", millis * 1000);
    return fields.written("\t");
  }
}
