package org.hitledger.logformat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hitledger.pattern.Shape;
import org.hitledger.timetext.AnyTime;

/**
 * What the keys of logs in JSON tell: those of Caddy ("log" directive), of Traefik ("Access Logs")
 * and of nginx's variables.
 */
final class JsonKeys {
  /** A variable that stands in a template without quotes, as numbers do. */
  private static final Pattern UNQUOTED = Pattern.compile(":\\s*(\\$\\w+)(?=\\s*[,}\\]])");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)\\}?");

  private static final String NO_OBJECT =
      "the string begins an object of JSON, but is none; look at its quotes, commas and braces, here or before";

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
            took("duration", DurationUnit.SECONDS, 0),
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
            took("Duration", DurationUnit.NANOSECONDS, 0),
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
   * The keys of a template of nginx that makes an object.
   *
   * @param name of the format
   * @param template such as {@code {"at": "$time_iso8601", "status": $status}}
   * @param zone of times that say none
   * @return the format
   * @throws org.hitledger.fault.UsageFault if the template makes no object, or the time or the
   *     request is missing
   */
  static LogFormat ofTemplate(String name, String template, ZoneId zone) {
    String quoted = UNQUOTED.matcher(template).replaceAll(":\"$1\"");
    try {
      List<Directive> keys =
          JsonFields.read(quoted.getBytes(StandardCharsets.UTF_8)).values().entrySet().stream()
              .map(entry -> ofTemplate(entry.getKey(), entry.getValue().toString()))
              .toList();
      Layout.missing(keys)
          .ifPresent(
              missing -> {
                throw FormatMistake.at(template, template.length() - 1, missing.inServersString());
              });
      return new JsonFormat(name, keys, zone);
    } catch (JsonProcessingException e) {
      throw FormatMistake.at(
          template,
          Math.min(template.length() - 1, Math.max(0, e.getLocation().getColumnNr() - 1)),
          NO_OBJECT);
    } catch (IOException e) {
      throw FormatMistake.at(template, 0, NO_OBJECT);
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

  static Directive time(String key, int rank) {
    return Directive.time(key, new AnyTime(), rank);
  }

  static Directive column(String key, AccessField field, int rank) {
    return Directive.of(key, field, rank, Shape.TEXT);
  }

  static Directive took(String key, DurationUnit unit, int rank) {
    return Directive.of(key, new Meaning.Took(unit, rank), Shape.TEXT);
  }
}
