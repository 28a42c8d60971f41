package org.hitledger.logformat;

import java.time.ZoneId;
import java.util.Map;
import org.hitledger.pattern.LinePattern.Tail;
import org.hitledger.pattern.Shape;
import org.hitledger.timetext.ClfTime;
import org.hitledger.timetext.EpochTime;
import org.hitledger.timetext.StrftimeTime;

/**
 * The access logs of proxies that have their own: Traefik ("Access Logs", Common Log Format), Squid
 * ("Log Files", native access.log) and HAProxy ("Configuration Manual", 8.2.3, HTTP log format), by
 * the names in their documentation.
 */
final class ProxyFields {
  private static final String TRAEFIK =
      "$ClientHost - $ClientUsername [$StartUTC] \"$request\" $OriginStatus $OriginContentSize \"${request_Referer}\" \"${request_User-Agent}\" $RequestCount \"$RouterName\" \"$ServiceURL\" ${Duration}ms";

  private static final String SQUID =
      "$time $elapsed $remotehost $code/$status $bytes $method $URL $rfc931 $peerstatus/$peerhost $type";

  private static final String HAPROXY =
      "$client_ip:$client_port [$request_date] $frontend_name $backend_name/$server_name $TR/$Tw/$Tc/$Tr/$Ta $status_code $bytes_read $captured_request_cookie $captured_response_cookie $termination_state $actconn/$feconn/$beconn/$srv_conn/$retries $srv_queue/$backend_queue ";

  private static final String PROCESS = "${process_name}[$pid]: ";

  /** What syslog puts before a line (RFC 3164, 4.1; or a time of RFC 5424). */
  private static final Map<String, Directive> SYSLOG =
      Map.of(
          "syslog month", ignored("syslog month"),
          "syslog day", ignored("syslog day"),
          "syslog time", ignored("syslog time"),
          "syslog host", ignored("syslog host"));

  private ProxyFields() {}

  static LogFormat traefik(String name, ZoneId zone) {
    return TextFormats.documented(name, ProxyFields::ofTraefik, Tail.BLANK, zone, TRAEFIK);
  }

  static LogFormat squid(String name, ZoneId zone) {
    return TextFormats.documented(name, ProxyFields::ofSquid, Tail.BLANK, zone, SQUID);
  }

  static LogFormat haproxy(String name, ZoneId zone) {
    String request = "\"$http_request\"";
    String both = "{$captured_request_headers} {$captured_response_headers} ";
    String one = "{$captured_request_headers} ";
    String oldDate = "${syslog month} ${syslog day} ${syslog time} ${syslog host} " + PROCESS;
    String newDate = "${syslog time} ${syslog host} " + PROCESS;
    return TextFormats.documented(
        name,
        ProxyFields::ofHaProxy,
        Tail.BLANK,
        zone,
        oldDate + HAPROXY + request,
        oldDate + HAPROXY + both + request,
        oldDate + HAPROXY + one + request,
        newDate + HAPROXY + request,
        newDate + HAPROXY + both + request,
        newDate + HAPROXY + one + request,
        HAPROXY + request,
        HAPROXY + both + request,
        HAPROXY + one + request,
        PROCESS + HAPROXY + request,
        PROCESS + HAPROXY + both + request,
        PROCESS + HAPROXY + one + request);
  }

  private static Directive ofTraefik(String name) {
    return switch (name) {
      case "StartUTC" -> Directive.time(name, new ClfTime(), 0);
      case "ClientHost" -> Directive.of(name, AccessField.HOST, Shape.WORD);
      case "ClientUsername" -> Directive.of(name, AccessField.USER, Shape.WORD);
      case "request" -> Directive.of(name, AccessField.REQUEST, Shape.QUOTED);
      case "OriginStatus" -> Directive.of(name, AccessField.STATUS, Shape.NUMBER);
      case "OriginContentSize" -> Directive.of(name, AccessField.SIZE, Shape.NUMBER);
      case "request_Referer" -> Directive.of(name, AccessField.REFERER, Shape.QUOTED);
      case "request_User-Agent" -> Directive.of(name, AccessField.USER_AGENT, Shape.QUOTED);
      case "RequestCount" -> Directive.extra(name, Shape.NUMBER);
      case "Duration" ->
          Directive.of(name, new Meaning.Took(DurationUnit.MILLISECONDS, 0), Shape.DECIMAL);
      case "client_port" -> Directive.extra(name, Shape.NUMBER);
      default -> Directive.extra(name, Shape.WORD);
    };
  }

  private static Directive ofSquid(String name) {
    return switch (name) {
      case "time" -> Directive.of(name, new Meaning.When(EpochTime.SECONDS, 0), Shape.DECIMAL);
      case "elapsed" ->
          Directive.of(name, new Meaning.Took(DurationUnit.MILLISECONDS, 0), Shape.DECIMAL);
      case "remotehost" -> Directive.of(name, AccessField.HOST, Shape.WORD);
      case "status" -> Directive.of(name, AccessField.STATUS, Shape.NUMBER);
      case "bytes" -> Directive.of(name, AccessField.SIZE, Shape.NUMBER);
      case "method" -> Directive.of(name, AccessField.METHOD, Shape.WORD);
      case "URL" -> Directive.of(name, AccessField.TARGET, Shape.TEXT);
      case "rfc931" -> Directive.of(name, AccessField.USER, Shape.WORD);
      case "client_port" -> Directive.extra(name, Shape.NUMBER);
      default -> Directive.extra(name, Shape.WORD);
    };
  }

  private static Directive ofHaProxy(String name) {
    if (SYSLOG.containsKey(name)) {
      return SYSLOG.get(name);
    }
    return switch (name) {
      case "request_date" ->
          Directive.time(
              name, StrftimeTime.of("%d/%b/%Y:%H:%M:%S").orElseThrow().withFraction(), 0);
      case "client_ip" -> Directive.of(name, AccessField.HOST, Shape.WORD);
      case "Ta" -> Directive.of(name, new Meaning.Took(DurationUnit.MILLISECONDS, 0), Shape.WORD);
      case "status_code" -> Directive.of(name, AccessField.STATUS, Shape.DECIMAL);
      case "bytes_read" -> Directive.of(name, AccessField.SIZE, Shape.WORD);
      case "http_request" -> Directive.of(name, AccessField.REQUEST, Shape.QUOTED);
      case "client_port" -> Directive.extra(name, Shape.NUMBER);
      default -> Directive.extra(name, Shape.WORD);
    };
  }

  private static Directive ignored(String name) {
    return Directive.of(name, new Meaning.Ignored(), Shape.WORD);
  }
}
