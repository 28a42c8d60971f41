package org.hitledger.logformat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hitledger.fault.UsageFault;
import org.hitledger.pattern.LinePattern.Tail;
import org.hitledger.pattern.Shape;

/**
 * The formats that are known: one line each, in the order in which they are tried when a format is
 * to be found out.
 */
public final class LogFormats {
  /** In place of a format: it is to be found out for each file. */
  public static final String AUTO = "auto";

  private static final Map<String, Maker> NAMED = new LinkedHashMap<>();

  static {
    NAMED.put("common", (name, zone) -> new Combined(name));
    NAMED.put("combined", (name, zone) -> new Combined(name));
    NAMED.put("vhost_common", LogFormats::behindSite);
    NAMED.put("vhost_combined", LogFormats::behindSite);
    NAMED.put("combinedio", apache(TextFormats.COMBINED + " %I %O"));
    NAMED.put(
        "nginx_main",
        nginx(
            "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent \"$http_referer\" \"$http_user_agent\" \"$http_x_forwarded_for\""));
    NAMED.put("forwarded_combined", LogFormats::behindList);
    NAMED.put(
        "ingress_nginx",
        nginx(
            "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent \"$http_referer\" \"$http_user_agent\" $request_length $request_time [$proxy_upstream_name] [$proxy_alternative_upstream_name] $upstream_addr $upstream_response_length $upstream_response_time $upstream_status $req_id"));
    NAMED.put(
        "nginx_proxy_manager",
        nginx(
            "[$time_local] $upstream_cache_status $upstream_status $status - $request_method $scheme $host \"$request_uri\" [Client $remote_addr] [Length $body_bytes_sent] [Gzip $gzip_ratio] [Sent-to $server] \"$http_user_agent\" \"$http_referer\"",
            "[$time_local] $status - $request_method $scheme $host \"$request_uri\" [Client $remote_addr] [Length $body_bytes_sent] [Gzip $gzip_ratio] \"$http_user_agent\" \"$http_referer\""));
    NAMED.put("traefik", ProxyFields::traefik);
    NAMED.put("elb", AmazonFields::elb);
    NAMED.put("alb", AmazonFields::alb);
    NAMED.put("s3", AmazonFields::s3);
    NAMED.put("cloudfront", W3c::cloudFront);
    NAMED.put("w3c", W3c::any);
    NAMED.put("squid", ProxyFields::squid);
    NAMED.put("haproxy", ProxyFields::haproxy);
    NAMED.put("caddy", JsonKeys::caddy);
    NAMED.put("traefik_json", JsonKeys::traefik);
    NAMED.put("nginx_json", JsonKeys::nginx);
  }

  private LogFormats() {}

  /** Makes a format for times in a zone. */
  private interface Maker {
    LogFormat make(String name, ZoneId zone);
  }

  /**
   * The names that there are.
   *
   * @return in the order in which they are tried
   */
  public static List<String> names() {
    return List.copyOf(NAMED.keySet());
  }

  /**
   * The format of a name, or of a server's string.
   *
   * @param format a name; a string with {@code %} directives of Apache, or with {@code $} variables
   *     of nginx
   * @param zone of times that say none
   * @return the format
   * @throws UsageFault if there is none of that name, or the string is none
   */
  public static LogFormat of(String format, ZoneId zone) {
    if (NAMED.containsKey(format)) {
      return NAMED.get(format).make(format, zone);
    }
    if (format.startsWith(OwnKeys.PREFIX)) {
      return OwnKeys.read(format, zone);
    }
    if (format.contains("$")) {
      return ofNginx(format, zone);
    }
    if (format.contains("%")) {
      return TextFormats.apache(format, ApacheString.unwrapped(format), zone);
    }
    throw new UsageFault(
        "--log-format: '%s' is no log format; give one of %s, json:COLUMN=KEY,..., or the string of the server's own configuration (LogFormat of Apache, log_format of nginx)"
            .formatted(format, String.join(", ", names())));
  }

  /**
   * What the keys of a line are called, for who has to say what they mean.
   *
   * @param line its bytes
   * @return the keys in its order, with dots on the way down; none if the line is no object of JSON
   */
  public static List<String> keysOf(byte[] line) {
    return JsonReader.keysOf(line);
  }

  private static LogFormat ofNginx(String format, ZoneId zone) {
    String string = NginxString.unwrapped(format);
    return string.startsWith("{")
        ? JsonKeys.ofTemplate(format, string, zone)
        : TextFormats.nginx(format, string, zone);
  }

  private static LogFormat behindSite(String name, ZoneId zone) {
    return TextFormats.combinedBehind(
        List.of(
            new Token.Field(Directive.of("%v", AccessField.VHOST, Shape.WORD), 0),
            new Token.Text(" ")),
        name,
        zone);
  }

  private static LogFormat behindList(String name, ZoneId zone) {
    String string = TextFormats.COMBINED.substring("%h".length());
    List<Token> tokens = new ArrayList<>(ApacheString.tokens(string));
    tokens.add(
        0,
        new Token.Field(Directive.of("a list of addresses", AccessField.HOST_LIST, Shape.LIST), 0));
    return new TextFormat(name, List.of(TextLayouts.compiled(string, tokens, Tail.ANYTHING, zone)));
  }

  private static Maker apache(String string) {
    return (name, zone) -> TextFormats.apache(name, string, zone);
  }

  private static Maker nginx(String... strings) {
    return (name, zone) ->
        TextFormats.documented(name, NginxVariables::named, Tail.BLANK, zone, strings);
  }
}
