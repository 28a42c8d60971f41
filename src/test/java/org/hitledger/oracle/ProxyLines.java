package org.hitledger.oracle;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Lines of proxies that have a format of their own. */
final class ProxyLines {
  private static final DateTimeFormatter HAPROXY =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss.SSS", Locale.ROOT);

  private static final DateTimeFormatter SYSLOG =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT);

  private ProxyLines() {}

  /** It escapes nothing; its clock is UTC. */
  static WrittenLine traefik(KnownAccess access) {
    KnownAccess plain =
        access.withTexts(
            Escapes.percent(access.stem()),
            Escapes.percent(access.query()),
            Escapes.bare(access.referer()),
            Escapes.bare(access.agent()));
    long millis = access.micros() / 1000;
    return new WrittenLine()
        .field("host", access.host())
        .text(" - ")
        .field("user", access.user().isEmpty() ? "-" : access.user())
        .text(" [")
        .clfTime(access)
        .text("] \"")
        .request(plain, text -> text)
        .text("\" ")
        .field("status", access.status())
        .text(" ")
        .field("bytes", access.bytes())
        .text(" \"")
        .field("referer", plain.referer().isEmpty() ? "-" : plain.referer())
        .text("\" \"")
        .field("user_agent", plain.agent().isEmpty() ? "-" : plain.agent())
        .text("\" ")
        .field("extra RequestCount", "17")
        .text(" \"")
        .field("extra RouterName", "web@docker")
        .text("\" \"")
        .field("extra ServiceURL", "http://10.0.0.1:80")
        .text("\" ")
        .text(Long.toString(millis))
        .value("duration", millis * 1000)
        .text("ms");
  }

  static WrittenLine squid(KnownAccess access) {
    long millis = access.micros() / 1000;
    String origin = "http://" + access.vhost();
    return new WrittenLine()
        .text(LogWriter.decimal(access.time().toEpochMilli(), 3))
        .time(access.timeIn(ChronoUnit.MILLIS))
        .text(" %6d ".formatted(millis))
        .value("duration", millis * 1000)
        .field("host", access.host())
        .text(" ")
        .field("extra code", "TCP_MISS_ABORTED")
        .text("/")
        .field("status", access.status())
        .text(" ")
        .field("bytes", access.bytes())
        .text(" ")
        .field("method", access.method())
        .text(" ")
        .field("target", origin + Escapes.percent(access.target()))
        .text(" ")
        .field("user", access.user().isEmpty() ? "-" : Escapes.percent(access.user()))
        .text(" ")
        .field("extra peerstatus", "HIER_DIRECT")
        .text("/")
        .field("extra peerhost", "192.0.2.4")
        .text(" ")
        .field("extra type", "text/html");
  }

  static WrittenLine haproxy(KnownAccess access) {
    long millis = access.micros() / 1000;
    WrittenLine line =
        syslog(access)
            .field("host", access.host())
            .text(":")
            .field("extra client_port", "33317")
            .text(" [")
            .text(HAPROXY.withZone(ZoneOffset.UTC).format(access.time()))
            .time(access.timeIn(ChronoUnit.MILLIS))
            .text("] ")
            .field("extra frontend_name", "web~")
            .text(" ")
            .field("extra backend_name", "app")
            .text("/")
            .field("extra server_name", "s1")
            .text(" ");
    times(millis, line);
    line.field("status", access.status()).text(" ").field("bytes", access.bytes());
    line.text(" - - ").field("extra termination_state", "----").text(" ");
    String[] counts = {"actconn", "feconn", "beconn", "srv_conn", "retries", "srv_queue"};
    for (String count : counts) {
      line.field("extra " + count, "1").text(count.equals("retries") ? " " : "/");
    }
    line.field("extra backend_queue", "0").text(" ");
    headers(access, line);
    return line.text("\"").request(access, Escapes::haproxy).text("\"");
  }

  /** None, or of either date style. */
  private static WrittenLine syslog(KnownAccess access) {
    String host = "lb1";
    WrittenLine line = new WrittenLine();
    return switch ((int) (access.received() % 4)) {
      case 0 -> line;
      case 1 -> process(line);
      case 2 ->
          process(
              line.text(SYSLOG.withZone(access.zone()).format(access.time()) + " " + host + " "));
      default ->
          process(
              line.text(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(access.local()))
                  .text(" " + host + " "));
    };
  }

  private static WrittenLine process(WrittenLine line) {
    return line.field("extra process_name", "haproxy")
        .text("[")
        .field("extra pid", "14")
        .text("]: ");
  }

  private static void times(long millis, WrittenLine line) {
    for (String time : new String[] {"TR", "Tw", "Tc", "Tr"}) {
      line.field("extra " + time, time.equals("Tw") ? "-1" : "10").text("/");
    }
    line.text(Long.toString(millis)).value("duration", millis * 1000).text(" ");
  }

  /** Those that a configuration captures. */
  private static void headers(KnownAccess access, WrittenLine line) {
    int captured = (int) (access.received() / 4 % 3);
    if (captured > 0) {
      line.text("{")
          .field("extra captured_request_headers", Escapes.haproxy(access.id()) + "|x")
          .text("} ");
    }
    if (captured > 1) {
      line.text("{").field("extra captured_response_headers", "a b").text("} ");
    }
  }
}
