package org.hitledger.logformat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hitledger.fault.UsageFault;
import org.hitledger.pattern.Shape;
import org.hitledger.timetext.AnyTime;

/**
 * What the keys of logs in JSON tell: those of Caddy ("log" directive), of Traefik ("Access Logs"),
 * of nginx's variables, and those that a user names.
 */
final class JsonKeys {
  /** How a list of a user's own keys begins. */
  static final String OWN = "json:";

  private static final Map<String, DurationUnit> UNITS =
      Map.of(
          "s", DurationUnit.SECONDS,
          "ms", DurationUnit.MILLISECONDS,
          "us", DurationUnit.MICROSECONDS,
          "ns", DurationUnit.NANOSECONDS);

  private static final Pattern DURATION = Pattern.compile("(.+):(s|ms|us|ns)");

  /** A variable that stands in a template without quotes, as numbers do. */
  private static final Pattern UNQUOTED = Pattern.compile(":\\s*(\\$\\w+)(?=\\s*[,}\\]])");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)\\}?");

  private JsonKeys() {}

  static LogFormat caddy(String name, ZoneId zone) {
    return new JsonFormat(
        name,
        List.of(
            time("ts", 0),
            column("request.client_ip", AccessField.HOST, 0),
            column("request.remote_ip", AccessField.HOST, 1),
            column("user_id", AccessField.USER, 0),
            column("request.host", AccessField.VHOST, 0),
            column("request.method", AccessField.METHOD, 0),
            column("request.uri", AccessField.TARGET, 0),
            column("request.proto", AccessField.PROTOCOL, 0),
            column("status", AccessField.STATUS, 0),
            column("size", AccessField.SIZE, 0),
            column("request.headers.Referer", AccessField.REFERER, 0),
            column("request.headers.User-Agent", AccessField.USER_AGENT, 0),
            took("duration", DurationUnit.SECONDS),
            column("bytes_read", AccessField.BYTES_RECEIVED, 0),
            column("request.headers.X-Forwarded-For", AccessField.FORWARDED_FOR, 0)),
        zone);
  }

  static LogFormat traefik(String name, ZoneId zone) {
    return new JsonFormat(
        name,
        List.of(
            time("StartUTC", 0),
            time("time", 1),
            column("ClientHost", AccessField.HOST, 0),
            column("ClientUsername", AccessField.USER, 0),
            column("RequestHost", AccessField.VHOST, 0),
            column("RequestMethod", AccessField.METHOD, 0),
            column("RequestPath", AccessField.TARGET, 0),
            column("RequestProtocol", AccessField.PROTOCOL, 0),
            column("DownstreamStatus", AccessField.STATUS, 0),
            column("DownstreamContentSize", AccessField.SIZE, 0),
            column("request_Referer", AccessField.REFERER, 0),
            column("request_User-Agent", AccessField.USER_AGENT, 0),
            took("Duration", DurationUnit.NANOSECONDS),
            column("RequestContentSize", AccessField.BYTES_RECEIVED, 0),
            column("request_X-Forwarded-For", AccessField.FORWARDED_FOR, 0)),
        zone);
  }

  static LogFormat nginx(String name, ZoneId zone) {
    List<Directive> keys =
        Stream.of(
                "time_local",
                "time_iso8601",
                "msec",
                "remote_addr",
                "remote_user",
                "host",
                "http_host",
                "server_name",
                "request",
                "request_method",
                "request_uri",
                "uri",
                "args",
                "query_string",
                "server_protocol",
                "status",
                "body_bytes_sent",
                "bytes_sent",
                "http_referer",
                "http_user_agent",
                "request_time",
                "request_length",
                "http_x_forwarded_for",
                "proxy_add_x_forwarded_for")
            .map(NginxVariables::named)
            .toList();
    return new JsonFormat(name, keys, zone);
  }

  /**
   * Keys that a user names.
   *
   * @param format {@code json:COLUMN=KEY,...}
   * @param zone of times that say none
   * @return the format
   * @throws UsageFault if a column is none, or the time or the request is missing
   */
  static LogFormat own(String format, ZoneId zone) {
    List<Directive> keys = new ArrayList<>();
    for (String part : format.substring(OWN.length()).split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1 || equals == part.length() - 1) {
        throw new UsageFault(
            "--log-format: '%s' is not COLUMN=KEY, as in json:time=ts,target=request.uri"
                .formatted(part));
      }
      keys.add(own(part.substring(0, equals), part.substring(equals + 1)));
    }
    return new JsonFormat(format, keys, zone);
  }

  private static Directive own(String column, String key) {
    return switch (column) {
      case "time" -> time(key, 0);
      case "duration" -> ownDuration(key);
      case "bytes" -> column(key, AccessField.SIZE, 0);
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
          column(key, AccessField.valueOf(column.toUpperCase(Locale.ROOT)), 0);
      default ->
          throw new UsageFault(
              "--log-format: json: has no column '%s'; there are time, host, identity, user, vhost, request, method, target, protocol, status, bytes, referer, user_agent, duration, bytes_received and forwarded_for"
                  .formatted(column));
    };
  }

  private static Directive ownDuration(String key) {
    Matcher unit = DURATION.matcher(key);
    if (!unit.matches()) {
      throw new UsageFault(
          "--log-format: duration=%s has no unit; write duration=%s:s, or :ms, :us or :ns"
              .formatted(key, key));
    }
    return took(unit.group(1), UNITS.get(unit.group(2)));
  }

  /**
   * The keys of a template of nginx that makes an object.
   *
   * @param name of the format
   * @param template such as {@code {"at": "$time_iso8601", "status": $status}}
   * @param zone of times that say none
   * @return the format
   * @throws UsageFault if the template makes no object, or the time or the request is missing
   */
  static LogFormat ofTemplate(String name, String template, ZoneId zone) {
    String quoted = UNQUOTED.matcher(template).replaceAll(":\"$1\"");
    try {
      List<Directive> keys =
          JsonFields.read(quoted.getBytes(StandardCharsets.UTF_8)).values().entrySet().stream()
              .map(entry -> ofTemplate(entry.getKey(), entry.getValue().toString()))
              .toList();
      return new JsonFormat(name, keys, zone);
    } catch (JsonProcessingException e) {
      throw FormatMistake.at(
          template,
          Math.min(template.length() - 1, Math.max(0, e.getLocation().getColumnNr() - 1)),
          "the string begins an object of JSON, but is none");
    } catch (IOException e) {
      throw FormatMistake.at(template, 0, "the string begins an object of JSON, but is none");
    }
  }

  private static Directive ofTemplate(String key, String value) {
    Matcher variable = VARIABLE.matcher(value);
    if (!variable.matches()) {
      return Directive.extra(key, Shape.TEXT);
    }
    Directive named = NginxVariables.named(variable.group(1));
    return new Directive(key, named.meaning(), named.shape(), named.words());
  }

  private static Directive time(String key, int rank) {
    return Directive.time(key, new AnyTime(), rank);
  }

  private static Directive column(String key, AccessField field, int rank) {
    return Directive.of(key, field, rank, Shape.TEXT);
  }

  private static Directive took(String key, DurationUnit unit) {
    return Directive.of(key, new Meaning.Took(unit, 0), Shape.TEXT);
  }
}
