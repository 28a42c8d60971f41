package org.hitledger.oracle;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes an access as a server of each format does, from the servers' documentation: nothing here
 * uses, or looks like, what reads it.
 */
public final class LogWriter {
  private static final Map<String, Function<KnownAccess, WrittenLine>> FORMATS =
      new LinkedHashMap<>();

  static {
    put("common", access -> ServerStrings.apache(ServerStrings.COMMON, access));
    put("combined", access -> ServerStrings.apache(ServerStrings.COMBINED, access));
    put("vhost_common", access -> behindSite(ServerStrings.COMMON, access));
    put("vhost_combined", access -> behindSite(ServerStrings.COMBINED, access));
    put("combinedio", LogWriter::combinedIo);
    putNginx(
        "nginx_main",
        "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent \"$http_referer\" \"$http_user_agent\" \"$http_x_forwarded_for\"");
    put("forwarded_combined", LogWriter::forwarded);
    putNginx(
        "ingress_nginx",
        "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent \"$http_referer\" \"$http_user_agent\" $request_length $request_time [$proxy_upstream_name] [$proxy_alternative_upstream_name] $upstream_addr $upstream_response_length $upstream_response_time $upstream_status $req_id");
    put("nginx_proxy_manager", LogWriter::proxyManager);
    put("traefik", ProxyLines::traefik);
    put("elb", CloudLines::elb);
    put("alb", CloudLines::alb);
    put("s3", CloudLines::s3);
    put("cloudfront", FieldLines::cloudFront);
    put("w3c", FieldLines::iis);
    put("squid", ProxyLines::squid);
    put("haproxy", ProxyLines::haproxy);
    put("caddy", ObjectLines::caddy);
    put("traefik_json", ObjectLines::traefik);
    put("nginx_json", ObjectLines::nginx);
    put(ObjectLines.OWN_KEYS, ObjectLines::ofOwnKeys);
    put(ObjectLines.TEMPLATE, ObjectLines::ofTemplate);
    putApache("%{%Y-%m-%dT%H:%M:%S}t.%{usec_frac}t %a \"%r\" %>s %B %D \"%{X-Request-Id}i\"");
    putApache("%v:%p|%h|%{msec}t|%m|\"%U%q\"|%H|%s|%O|%I|%T|\"%{X-Forwarded-For}i\"");
    putApache("%{usec}t\t%u\t%m\t%U%q\t%{Referer}i\t%{User-Agent}i\t%{ms}T\t%P");
    putNginx(
        "[$time_iso8601] $http_host {$request} $status $bytes_sent $request_length $request_time \"$http_x_request_id\"");
    putNginx(
        "$msec;$remote_addr;$request_method;\"$uri?$args\";$server_protocol;$server_name;$upstream_status;$status");
    putNginx("$remote_user [$time_local] \"$request_method $uri$is_args$args $server_protocol\"");
  }

  private LogWriter() {}

  private static void put(String format, Function<KnownAccess, WrittenLine> writer) {
    FORMATS.put(format, writer);
  }

  private static void putApache(String string) {
    put(string, access -> ServerStrings.apache(string, access));
  }

  private static void putNginx(String string) {
    putNginx(string, string);
  }

  private static void putNginx(String format, String string) {
    put(format, access -> ServerStrings.nginx(string, access));
  }

  /** All that can be written: names, and strings of each kind. */
  public static Set<String> formats() {
    return FORMATS.keySet();
  }

  /**
   * Writes an access.
   *
   * @param format one of those above
   * @param access what the server knows of it
   * @return the line, and what is in it
   */
  public static WrittenLine write(String format, KnownAccess access) {
    return FORMATS.get(format).apply(access);
  }

  /** Any access, the same for the same seed and number. */
  public static KnownAccess access(long seed) {
    return KnownAccess.drawn(new Draws(seed));
  }

  /** A number with so many digits behind its point. */
  static String decimal(long number, int digits) {
    return BigDecimal.valueOf(number, digits).toPlainString();
  }

  private static WrittenLine behindSite(String string, KnownAccess access) {
    WrittenLine line = new WrittenLine().field("vhost", access.vhost()).text(" ");
    return ServerStrings.apache(string, access, line);
  }

  private static WrittenLine combinedIo(KnownAccess access) {
    return ServerStrings.apache(ServerStrings.COMBINED + " %I ", access)
        .field("extra %O", access.bytes() + 200);
  }

  private static WrittenLine forwarded(KnownAccess access) {
    String list = access.forwardedFor().isEmpty() ? access.host() : access.forwardedFor();
    WrittenLine line =
        new WrittenLine().field("forwarded_for", list).value("host", list.replaceAll(",.*", ""));
    return ServerStrings.apache(ServerStrings.COMBINED.replace("%h", ""), access, line);
  }

  /** Its formats "proxy", and "standard" for what reaches no server behind it. */
  private static WrittenLine proxyManager(KnownAccess access) {
    String request = "$status - $request_method $scheme $host \"$request_uri\" ";
    String client = "[Client $remote_addr] [Length $body_bytes_sent] [Gzip $gzip_ratio] ";
    String texts = "\"$http_user_agent\" \"$http_referer\"";
    return access.bytes() % 2 == 0
        ? ServerStrings.nginx("[$time_local] " + request + client + texts, access)
        : ServerStrings.nginx(
            "[$time_local] $upstream_cache_status $upstream_status "
                + request
                + client
                + "[Sent-to $server] "
                + texts,
            access);
  }
}
