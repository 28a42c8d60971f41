package org.hitledger.logformat;

import org.hitledger.pattern.Shape;
import org.hitledger.timetext.ClfTime;
import org.hitledger.timetext.EpochTime;
import org.hitledger.timetext.IsoTime;

/** What the variables of nginx tell. Any other is extra: a configuration may make its own. */
final class NginxVariables {
  private NginxVariables() {}

  /** A path with its query, or with a dash for none. */
  static Directive target(String variables) {
    return Directive.of(variables.substring(1), AccessField.STEM_AND_QUERY, Shape.TEXT);
  }

  /**
   * A variable.
   *
   * @param name without the dollar sign
   * @return what it tells
   */
  static Directive named(String name) {
    return switch (name) {
      case "time_local" -> Directive.time(name, new ClfTime(), 0);
      case "time_iso8601" -> Directive.time(name, new IsoTime(), 1);
      case "msec" -> Directive.time(name, EpochTime.SECONDS, 2);
      case "remote_addr" -> Directive.of(name, AccessField.HOST, Shape.WORD);
      case "remote_user" -> Directive.of(name, AccessField.USER, Shape.WORD);
      case "host" -> Directive.of(name, AccessField.VHOST, Shape.WORD);
      case "http_host" -> Directive.of(name, AccessField.VHOST, 1, Shape.WORD);
      case "server_name" -> Directive.of(name, AccessField.VHOST, 2, Shape.WORD);
      case "request" -> Directive.of(name, AccessField.REQUEST, Shape.TEXT);
      case "request_method" -> Directive.of(name, AccessField.METHOD, Shape.WORD);
      case "request_uri" -> Directive.of(name, AccessField.TARGET, Shape.TEXT);
      case "uri", "document_uri" -> Directive.of(name, AccessField.STEM, Shape.TEXT);
      case "args", "query_string" -> Directive.of(name, AccessField.QUERY, Shape.TEXT);
      case "server_protocol" -> Directive.of(name, AccessField.PROTOCOL, Shape.WORD);
      case "status" -> Directive.of(name, AccessField.STATUS, Shape.NUMBER);
      case "body_bytes_sent" -> Directive.of(name, AccessField.SIZE, Shape.NUMBER);
      case "bytes_sent" -> Directive.of(name, AccessField.SIZE, 1, Shape.NUMBER);
      case "http_referer" -> Directive.of(name, AccessField.REFERER, Shape.TEXT);
      case "http_user_agent" -> Directive.of(name, AccessField.USER_AGENT, Shape.TEXT);
      case "request_time" ->
          Directive.of(name, new Meaning.Took(DurationUnit.SECONDS, 0), Shape.DECIMAL);
      case "request_length" -> Directive.of(name, AccessField.BYTES_RECEIVED, Shape.NUMBER);
      case "http_x_forwarded_for" -> Directive.of(name, AccessField.FORWARDED_FOR, Shape.LIST);
      case "proxy_add_x_forwarded_for" ->
          Directive.of(name, AccessField.FORWARDED_FOR, 1, Shape.LIST);
      default -> Directive.extra(name, shapeOf(name));
    };
  }

  private static Shape shapeOf(String name) {
    if (name.startsWith("upstream_http_") || name.startsWith("upstream_cookie_")) {
      return Shape.TEXT;
    }
    if (name.startsWith("upstream_")) {
      return Shape.LIST;
    }
    boolean isText =
        name.startsWith("http_") || name.startsWith("sent_http_") || name.startsWith("cookie_");
    return isText ? Shape.TEXT : Shape.WORD;
  }
}
