package org.hitledger.oracle;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Lines that are an object of JSON. */
final class ObjectLines {
  /** Keys that a user names. */
  static final String OWN_KEYS =
      "json:time=at,host=from.ip,user=who,vhost=site,method=req.m,target=req.uri,status=code,bytes=len,referer=head.ref,user_agent=head.ua,duration=took:ns,bytes_received=in,forwarded_for=xff";

  /** A log_format of nginx that makes an object. */
  static final String TEMPLATE =
      "log_format j escape=json '{\"t\":\"$time_iso8601\",\"req\":\"$request\",' '\"code\":$status,\"n\":{\"ua\":\"$http_user_agent\"},\"k\":\"$http_x_request_id\"}';";

  private final WrittenLine line = new WrittenLine().text("{");
  private boolean isFirst = true;

  private ObjectLines() {}

  private ObjectLines key(String key) {
    line.text(isFirst ? "\"" : ",\"").text(key + "\":");
    isFirst = false;
    return this;
  }

  private ObjectLines text(String key, String column, String text) {
    key(key).line.text("\"" + Escapes.json(text) + "\"").value(column, text);
    return this;
  }

  private ObjectLines ascii(String key, String column, String text) {
    key(key).line.text("\"" + Escapes.jsonInAscii(text) + "\"").value(column, text);
    return this;
  }

  private ObjectLines number(String key, String column, long number) {
    key(key).line.field(column, number);
    return this;
  }

  /** A list of one, or no key at all, as headers are. */
  private ObjectLines header(String key, String column, String text) {
    if (!text.isEmpty()) {
      key(key).line.text("[\"" + Escapes.json(text) + "\"]").value(column, text);
    }
    return this;
  }

  private ObjectLines open(String key) {
    key(key).line.text("{");
    isFirst = true;
    return this;
  }

  private ObjectLines close() {
    line.text("}");
    isFirst = false;
    return this;
  }

  private WrittenLine end() {
    return line.text("}");
  }

  static WrittenLine caddy(KnownAccess access) {
    ObjectLines object = new ObjectLines().text("level", "extra level", "info").key("ts");
    object
        .line
        .text(LogWriter.decimal(ChronoUnit.MICROS.between(Instant.EPOCH, access.time()), 6))
        .time(access.time());
    object.open("request").text("remote_ip", "extra request.remote_ip", "10.9.9.9");
    object.text("client_ip", "host", access.host()).text("proto", "protocol", access.protocol());
    object.text("method", "method", access.method()).text("host", "vhost", access.vhost());
    object.text("uri", "target", access.target()).open("headers");
    object.header("User-Agent", "user_agent", access.agent());
    object.header("Referer", "referer", access.referer());
    object.header("X-Forwarded-For", "forwarded_for", access.forwardedFor());
    object.key("Accept").line.text("[\"a\", \"b\"]");
    object.line.value("extra request.headers.Accept", "[\"a\",\"b\"]");
    object.close().open("tls").number("version", "extra request.tls.version", 772).close().close();
    object.number("bytes_read", "bytes_received", access.received());
    object.text("user_id", "user", access.user()).key("duration");
    object.line.text(LogWriter.decimal(access.micros(), 6)).value("duration", access.micros());
    object.number("size", "bytes", access.bytes()).number("status", "status", access.status());
    object.open("resp_headers").key("Server").line.text("[\"Caddy\"]");
    object.line.value("extra resp_headers.Server", "[\"Caddy\"]");
    return object.close().end();
  }

  static WrittenLine traefik(KnownAccess access) {
    ObjectLines object = new ObjectLines().text("ClientHost", "host", access.host());
    object.text("ClientUsername", "user", access.user().isEmpty() ? "-" : access.user());
    object.number("DownstreamContentSize", "bytes", access.bytes());
    object.number("DownstreamStatus", "status", access.status()).key("Duration");
    object.line.text(access.micros() * 1000 + 7 + "").value("duration", access.micros());
    object.number("RequestContentSize", "bytes_received", access.received());
    object.text("RequestHost", "vhost", access.vhost());
    object.text("RequestMethod", "method", access.method());
    object.ascii("RequestPath", "target", access.target());
    object.text("RequestProtocol", "protocol", access.protocol());
    boolean hasStart = access.received() % 2 == 0;
    String local = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(access.local());
    if (hasStart) {
      object.key("StartUTC").line.text("\"" + access.time() + "\"").time(access.time());
      object.line.value("utc_offset", "+0000");
      object.text("time", "extra time", local);
    } else {
      object.key("time").line.text("\"" + local + "\"").time(access.time()).offset(access.zone());
    }
    object.ascii("request_User-Agent", "user_agent", access.agent());
    object.ascii("request_Referer", "referer", access.referer());
    return object.ascii("request_X-Forwarded-For", "forwarded_for", access.forwardedFor()).end();
  }

  /** The request whole, or its parts, or the parts of its target too; sizes of either kind. */
  static WrittenLine nginx(KnownAccess access) {
    ObjectLines object = new ObjectLines().text("remote_addr", "host", access.host());
    object.text("remote_user", "user", access.user()).key("time_local").line.text("\"");
    object.line.clfTime(access).text("\"");
    switch ((int) (access.received() % 3)) {
      case 0 -> object.key("request").line.text("\"").request(access, Escapes::json).text("\"");
      case 1 -> object.parts(access).text("request_uri", "target", access.target());
      default -> object.parts(access).targetInParts(access);
    }
    unescapedTarget(access, object);
    object.number("status", "status", access.status());
    object.text("http_user_agent", "user_agent", access.agent());
    object.text("http_referer", "referer", access.referer());
    object.number(
        access.received() % 2 == 0 ? "bytes_sent" : "body_bytes_sent", "bytes", access.bytes());
    object.number("request_length", "bytes_received", access.received()).key("request_time");
    long millis = access.micros() / 1000;
    object.line.text(LogWriter.decimal(millis, 3)).value("duration", millis * 1000);
    object.text(access.status() % 2 == 0 ? "http_host" : "server_name", "vhost", access.vhost());
    return object.text("my_own", "extra my_own", access.id()).end();
  }

  /** What JSON escapes it also says again. */
  private static void unescapedTarget(KnownAccess access, ObjectLines object) {
    object.line.value("target", access.target());
  }

  private ObjectLines parts(KnownAccess access) {
    return text("request_method", "method", access.method())
        .text("server_protocol", "protocol", access.protocol());
  }

  private void targetInParts(KnownAccess access) {
    text("args", "target", access.query()).text("uri", "target", access.stem());
  }

  static WrittenLine ofOwnKeys(KnownAccess access) {
    ObjectLines object = new ObjectLines().key("at");
    object.line.text(Long.toString(access.time().toEpochMilli()));
    object.line.time(access.timeIn(ChronoUnit.MILLIS));
    object.open("from").text("ip", "host", access.host()).close();
    object.text("who", "user", access.user()).text("site", "vhost", access.vhost());
    object.open("req").text("m", "method", access.method()).ascii("uri", "target", access.target());
    object.close().number("code", "status", access.status());
    object.number("len", "bytes", access.bytes()).open("head");
    object.text("ref", "referer", access.referer()).text("ua", "user_agent", access.agent());
    object
        .close()
        .key("took")
        .line
        .text(access.micros() * 1000 + "")
        .value("duration", access.micros());
    object.number("in", "bytes_received", access.received());
    object.text("xff", "forwarded_for", access.forwardedFor());
    return object.text("more", "extra more", access.id()).end();
  }

  static WrittenLine ofTemplate(KnownAccess access) {
    ObjectLines object = new ObjectLines().key("t");
    object
        .line
        .text("\"" + DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").format(access.local()))
        .text("\"")
        .time(access.timeIn(ChronoUnit.SECONDS))
        .offset(access.zone());
    object.key("req").line.text("\"").request(access, Escapes::json).text("\"");
    unescapedTarget(access, object);
    object.number("code", "status", access.status()).open("n");
    object.text("ua", "user_agent", access.agent()).close();
    return object.text("k", "extra k", access.id()).end();
  }
}
