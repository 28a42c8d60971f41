package org.hitledger.oracle;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes lines by the strings of Apache and of nginx, as those two would. */
public final class ServerStrings {
  /** mod_log_config's documentation, "Examples". */
  static final String COMMON = "%h %l %u %t \"%r\" %>s %b";

  static final String COMBINED = COMMON + " \"%{Referer}i\" \"%{User-Agent}i\"";

  private static final Pattern APACHE_PARTS = Pattern.compile("%>?(?:\\{[^}]*\\})?[a-zA-Z]|[^%]+");

  private static final Pattern NGINX_PARTS = Pattern.compile("\\$\\w+|[^$]+");

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private static final DateTimeFormatter ISO_WITH_ZONE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  /** What a server does at one place of its string. */
  private interface Step {
    void write(KnownAccess access, WrittenLine line);
  }

  private static final Map<String, Step> APACHE =
      Map.ofEntries(
          entry("%h", (access, line) -> line.field("host", access.host())),
          entry("%a", (access, line) -> line.field("host", access.host())),
          entry("%l", (access, line) -> line.field("identity", "-")),
          entry("%u", (access, line) -> line.field("user", apache(access.user()))),
          entry("%v", (access, line) -> line.field("vhost", name(access))),
          entry("%V", (access, line) -> line.field("vhost", name(access))),
          entry("%{Host}i", (access, line) -> line.field("vhost", access.vhost())),
          entry("%p", (access, line) -> line.field("extra %p", "443")),
          entry("%P", (access, line) -> line.field("extra %P", "4711")),
          entry("%t", (access, line) -> line.text("[").clfTime(access).text("]")),
          entry("%{%Y-%m-%dT%H:%M:%S}t", ServerStrings::isoInUtc),
          entry("%{usec_frac}t", ServerStrings::fraction),
          entry("%{sec}t", ServerStrings::seconds),
          entry("%{msec}t", ServerStrings::millis),
          entry("%{usec}t", ServerStrings::micros),
          entry("%r", (access, line) -> line.request(access, Escapes::apache)),
          entry("%m", (access, line) -> line.field("method", access.method())),
          entry("%U", (access, line) -> line.text(apache(access.stem()))),
          entry("%q", ServerStrings::apacheQuery),
          entry("%H", (access, line) -> line.field("protocol", access.protocol())),
          entry("%s", (access, line) -> line.field("status", access.status())),
          entry("%>s", (access, line) -> line.field("status", access.status())),
          entry("%b", (access, line) -> line.field("bytes", orDash(access.bytes()))),
          entry("%B", (access, line) -> line.field("bytes", access.bytes())),
          entry("%O", (access, line) -> line.field("bytes", access.bytes() + 200)),
          entry("%I", (access, line) -> line.field("bytes_received", access.received())),
          entry("%D", (access, line) -> line.field("duration", access.micros())),
          entry("%T", (access, line) -> took(access, 1_000_000, line)),
          entry("%{ms}T", (access, line) -> took(access, 1_000, line)),
          entry("%{us}T", (access, line) -> took(access, 1, line)),
          entry("%{Referer}i", (access, line) -> line.field("referer", apache(access.referer()))),
          entry(
              "%{User-Agent}i", (access, line) -> line.field("user_agent", apache(access.agent()))),
          entry(
              "%{X-Forwarded-For}i",
              (access, line) -> line.field("forwarded_for", apache(access.forwardedFor()))),
          entry(
              "%{X-Request-Id}i",
              (access, line) -> line.field("extra %{X-Request-Id}i", apache(access.id()))));

  private static final Map<String, Step> NGINX =
      Map.ofEntries(
          entry("$remote_addr", (access, line) -> line.field("host", access.host())),
          entry("$remote_user", (access, line) -> line.field("user", nginx(access.user()))),
          entry("$host", (access, line) -> line.field("vhost", name(access))),
          entry("$server_name", (access, line) -> line.field("vhost", name(access))),
          entry("$http_host", (access, line) -> line.field("vhost", access.vhost())),
          entry("$time_local", (access, line) -> line.clfTime(access)),
          entry("$time_iso8601", ServerStrings::isoWithZone),
          entry("$msec", ServerStrings::secondsWithMillis),
          entry("$request", (access, line) -> line.request(access, Escapes::nginx)),
          entry("$request_method", (access, line) -> line.field("method", access.method())),
          entry("$request_uri", (access, line) -> line.field("target", nginx(access.target()))),
          entry("$uri", (access, line) -> line.text(nginx(access.stem()))),
          entry("$is_args", (access, line) -> line.text(access.query().isEmpty() ? "" : "?")),
          entry("$args", ServerStrings::nginxArgs),
          entry("$server_protocol", (access, line) -> line.field("protocol", access.protocol())),
          entry("$status", (access, line) -> line.field("status", access.status())),
          entry("$body_bytes_sent", (access, line) -> line.field("bytes", access.bytes())),
          entry("$bytes_sent", (access, line) -> line.field("bytes", access.bytes() + 200)),
          entry(
              "$request_length", (access, line) -> line.field("bytes_received", access.received())),
          entry("$request_time", ServerStrings::nginxTook),
          entry("$http_referer", (access, line) -> line.field("referer", nginx(access.referer()))),
          entry(
              "$http_user_agent",
              (access, line) -> line.field("user_agent", nginx(access.agent()))),
          entry(
              "$http_x_forwarded_for",
              (access, line) -> line.field("forwarded_for", nginx(access.forwardedFor()))),
          entry(
              "$http_x_request_id",
              (access, line) -> line.field("extra http_x_request_id", nginx(access.id()))),
          entry("$request_id", extra("request_id", "00ff00ff00ff00ff")),
          entry("$scheme", extra("scheme", "https")),
          entry("$server_port", extra("server_port", "443")),
          entry("$server", extra("server", "10.0.0.5")),
          entry("$gzip_ratio", extra("gzip_ratio", "3.21")),
          entry("$upstream_cache_status", extra("upstream_cache_status", "MISS")),
          entry("$upstream_addr", extra("upstream_addr", "10.0.0.1:80, 10.0.0.2:80 : 10.0.0.3:80")),
          entry("$upstream_status", extra("upstream_status", "502, 200")),
          entry("$upstream_response_length", extra("upstream_response_length", "0, 512")),
          entry("$upstream_response_time", extra("upstream_response_time", "0.001, 0.002")),
          entry("$proxy_upstream_name", extra("proxy_upstream_name", "default-web-80")),
          entry("$proxy_alternative_upstream_name", extra("proxy_alternative_upstream_name", "")),
          entry("$req_id", extra("req_id", "5a6b")));

  private ServerStrings() {}

  /**
   * A line of Apache.
   *
   * @param string a LogFormat, with the directives above
   * @param access to be written
   * @return the line
   */
  public static WrittenLine apache(String string, KnownAccess access) {
    return write(string, APACHE_PARTS, APACHE, access, new WrittenLine());
  }

  /** A line of nginx. */
  public static WrittenLine nginx(String string, KnownAccess access) {
    return write(string, NGINX_PARTS, NGINX, access, new WrittenLine());
  }

  /** The same behind what is there already. */
  static WrittenLine apache(String string, KnownAccess access, WrittenLine line) {
    return write(string, APACHE_PARTS, APACHE, access, line);
  }

  private static WrittenLine write(
      String string, Pattern parts, Map<String, Step> steps, KnownAccess access, WrittenLine line) {
    Matcher part = parts.matcher(string);
    while (part.find()) {
      Step step = steps.getOrDefault(part.group(), (any, to) -> to.text(part.group()));
      step.write(access, line);
    }
    return line;
  }

  private static Step extra(String name, String text) {
    return (access, line) -> line.field("extra " + name, text);
  }

  private static String apache(String text) {
    return text.isEmpty() ? "-" : Escapes.apache(text);
  }

  private static String nginx(String text) {
    return text.isEmpty() ? "-" : Escapes.nginx(text);
  }

  private static String name(KnownAccess access) {
    return access.vhost().replaceAll(":.*", "");
  }

  private static String orDash(long number) {
    return number == 0 ? "-" : Long.toString(number);
  }

  private static void apacheQuery(KnownAccess access, WrittenLine line) {
    String query = access.query().isEmpty() ? "" : "?" + Escapes.apache(access.query());
    line.text(query).value("target", Escapes.apache(access.stem()) + query);
  }

  private static void nginxArgs(KnownAccess access, WrittenLine line) {
    String stem = Escapes.nginx(access.stem());
    String args = nginx(access.query());
    line.text(args).value("target", args.equals("-") ? stem : stem + "?" + args);
  }

  private static void took(KnownAccess access, long unit, WrittenLine line) {
    long took = access.micros() / unit;
    line.text(Long.toString(took)).value("duration", took * unit);
  }

  private static void nginxTook(KnownAccess access, WrittenLine line) {
    long millis = access.micros() / 1000;
    line.text(LogWriter.decimal(millis, 3)).value("duration", millis * 1000);
  }

  private static void isoInUtc(KnownAccess access, WrittenLine line) {
    line.text(ISO.withZone(ZoneOffset.UTC).format(access.time()))
        .time(access.timeIn(ChronoUnit.SECONDS));
  }

  private static void fraction(KnownAccess access, WrittenLine line) {
    line.text("%06d".formatted(access.time().get(ChronoField.MICRO_OF_SECOND))).time(access.time());
  }

  private static void seconds(KnownAccess access, WrittenLine line) {
    line.text(Long.toString(access.time().getEpochSecond()))
        .time(access.timeIn(ChronoUnit.SECONDS));
  }

  private static void millis(KnownAccess access, WrittenLine line) {
    line.text(Long.toString(access.time().toEpochMilli())).time(access.timeIn(ChronoUnit.MILLIS));
  }

  private static void micros(KnownAccess access, WrittenLine line) {
    line.text(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, access.time())))
        .time(access.time());
  }

  private static void isoWithZone(KnownAccess access, WrittenLine line) {
    line.text(ISO_WITH_ZONE.format(access.local()))
        .offset(access.zone())
        .time(access.timeIn(ChronoUnit.SECONDS));
  }

  private static void secondsWithMillis(KnownAccess access, WrittenLine line) {
    line.text(LogWriter.decimal(access.time().toEpochMilli(), 3))
        .time(access.timeIn(ChronoUnit.MILLIS));
  }
}
