package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import nl.basjes.parse.httpdlog.HttpdLoglineParser;
import org.hitledger.oracle.KnownAccess;
import org.hitledger.oracle.LogWriter;
import org.hitledger.oracle.ServerStrings;
import org.hitledger.oracle.WrittenLine;
import org.hitledger.testing.Cases;
import org.junit.jupiter.api.Test;

/**
 * Another parser of Apache's and nginx's strings finds the same in the same lines, for random
 * strings of directives that both know.
 *
 * <p>It undoes a server's escapes and repairs what is no URL, where our fields are as logged: so
 * nothing in these lines is escaped. It takes a number of bytes as it is, where we find none in a
 * dash: so do both here. A time of it is whole milliseconds, and HTTP/3 is a part of the target.
 */
class AgreementWithHttpdLogTest {
  private static final int STRINGS = Cases.STRINGS_OF_A_SERVER.count();

  private static final int LINES_OF_A_STRING = 20;

  private static final List<String> GAPS = List.of(" ", " ", " ", " - ", " | ", ", ", "; ");

  private static final String TIME = "TIME.EPOCH:request.receive.time.epoch";

  private static final List<String> REQUEST =
      List.of(
          "HTTP.METHOD:request.firstline.method",
          "HTTP.URI:request.firstline.uri",
          "HTTP.PROTOCOL_VERSION:request.firstline.protocol");

  /**
   * What may stand in a string for one column.
   *
   * @param text with the quotes that its values need
   * @param column what we call it
   * @param path what the other parser calls it
   */
  private record Directive(String text, String column, String path) {}

  private static final List<List<Directive>> APACHE =
      List.of(
          List.of(
              new Directive("%h", "host", "IP:connection.client.host"),
              new Directive("%a", "host", "IP:connection.client.ip")),
          List.of(new Directive("%l", "identity", "NUMBER:connection.client.logname")),
          List.of(new Directive("%u", "user", "STRING:connection.client.user")),
          List.of(
              new Directive("%v", "vhost", "STRING:connection.server.name.canonical"),
              new Directive("%V", "vhost", "STRING:connection.server.name")),
          List.of(new Directive("%p", "extra %p", "PORT:request.server.port.canonical")),
          List.of(
              new Directive("%>s", "status", "STRING:request.status.last"),
              new Directive("%s", "status", "STRING:request.status")),
          List.of(
              new Directive("%b", "bytes", "BYTESCLF:response.body.bytes"),
              new Directive("%B", "bytes", "BYTES:response.body.bytes"),
              new Directive("%O", "bytes", "BYTES:response.bytes")),
          List.of(new Directive("%I", "bytes_received", "BYTES:request.bytes")),
          List.of(new Directive("%D", "duration", "MICROSECONDS:response.server.processing.time")),
          List.of(new Directive("\"%{Referer}i\"", "referer", "HTTP.URI:request.referer")),
          List.of(
              new Directive(
                  "\"%{User-Agent}i\"", "user_agent", "HTTP.USERAGENT:request.user-agent")),
          List.of(
              new Directive(
                  "\"%{X-Forwarded-For}i\"",
                  "forwarded_for", "HTTP.HEADER:request.header.x-forwarded-for")),
          List.of(
              new Directive(
                  "%{X-Request-Id}i",
                  "extra %{X-Request-Id}i", "HTTP.HEADER:request.header.x-request-id")));

  private static final List<List<Directive>> NGINX =
      List.of(
          List.of(new Directive("$remote_addr", "host", "IP:connection.client.host")),
          List.of(new Directive("$remote_user", "user", "STRING:connection.client.user")),
          List.of(
              new Directive("$server_name", "vhost", "STRING:connection.server.name"),
              new Directive("$http_host", "vhost", "HTTP.HEADER:request.header.host")),
          List.of(new Directive("$status", "status", "STRING:request.status.last")),
          List.of(
              new Directive("$body_bytes_sent", "bytes", "BYTES:response.body.bytes"),
              new Directive("$bytes_sent", "bytes", "BYTES:response.bytes")),
          List.of(new Directive("$request_length", "bytes_received", "BYTES:request.bytes")),
          List.of(
              new Directive(
                  "$request_time", "duration", "MICROSECONDS:response.server.processing.time")),
          List.of(new Directive("\"$http_referer\"", "referer", "HTTP.URI:request.referer")),
          List.of(
              new Directive(
                  "\"$http_user_agent\"", "user_agent", "HTTP.USERAGENT:request.user-agent")),
          List.of(
              new Directive(
                  "\"$http_x_forwarded_for\"",
                  "forwarded_for",
                  "HTTP.HEADER:request.header.x_forwarded_for")),
          List.of(
              new Directive(
                  "$http_x_request_id",
                  "extra http_x_request_id",
                  "HTTP.HEADER:request.header.x_request_id")));

  /** What the other parser fills. */
  public static final class Found {
    private final Map<String, String> values = new HashMap<>();

    /** Is called for each value. */
    public void put(String path, String value) {
      if (value != null && !value.equals("-")) {
        values.put(path, value);
      }
    }
  }

  @Test
  void strings_of_apache_are_read_alike() throws Exception {
    assertAgreement(APACHE, List.of("%t", "\"%r\""), ServerStrings::apache);
  }

  @Test
  void strings_of_nginx_are_read_alike() throws Exception {
    assertAgreement(NGINX, List.of("[$time_local]", "\"$request\""), ServerStrings::nginx);
  }

  private static void assertAgreement(
      List<List<Directive>> columns,
      List<String> always,
      BiFunction<String, KnownAccess, WrittenLine> writer)
      throws Exception {
    // A known one: on some strings the other parser's regular expressions take time without end.
    long seed = Long.getLong("hitledger.seed", 1);
    System.out.println("AgreementWithHttpdLogTest: -Dhitledger.seed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < STRINGS; i++) {
      List<Directive> used = some(columns, random);
      String string = string(used, always, random);
      var theirs = parser(string, used);
      LineReader ours = LogFormats.of(string, ZoneOffset.UTC).reader();
      for (int j = 0; j < LINES_OF_A_STRING; j++) {
        WrittenLine line = writer.apply(string, access(random));
        Map<String, String> found = theirs.parse(new Found(), line.toString()).values;
        Map<String, String> read = Values.values(ours, new String(line.bytes(), UTF_8));
        assertThat(ofOurs(read, used)).as("%s%n%s", string, line).isEqualTo(ofTheirs(found, used));
      }
    }
  }

  private static KnownAccess access(Random random) {
    int number = random.nextInt(1_000_000);
    KnownAccess access = LogWriter.access(number).usual(number);
    return access.protocol().equals("HTTP/3") ? access(random) : access;
  }

  private static List<Directive> some(List<List<Directive>> columns, Random random) {
    List<Directive> some = new ArrayList<>();
    for (List<Directive> column : columns) {
      if (random.nextInt(3) > 0) {
        some.add(column.get(random.nextInt(column.size())));
      }
    }
    return some;
  }

  private static String string(List<Directive> used, List<String> always, Random random) {
    List<String> texts = new ArrayList<>(always);
    used.forEach(directive -> texts.add(directive.text()));
    Collections.shuffle(texts, random);
    var string = new StringBuilder(texts.get(0));
    for (String text : texts.subList(1, texts.size())) {
      string.append(GAPS.get(random.nextInt(GAPS.size()))).append(text);
    }
    return string.toString();
  }

  private static HttpdLoglineParser<Found> parser(String string, List<Directive> used)
      throws Exception {
    List<String> paths = new ArrayList<>(REQUEST);
    paths.add(TIME);
    used.forEach(directive -> paths.add(directive.path()));
    var parser = new HttpdLoglineParser<>(Found.class, string);
    parser.addParseTarget(Found.class.getMethod("put", String.class, String.class), paths);
    return parser;
  }

  private static Map<String, String> ofOurs(Map<String, String> read, List<Directive> used) {
    Map<String, String> ours = new HashMap<>();
    ours.put("time", Long.toString(Instant.parse(read.get("time")).toEpochMilli()));
    List.of("method", "target", "protocol").forEach(name -> ours.put(name, read.get(name)));
    used.forEach(directive -> ours.put(directive.column(), read.get(directive.column())));
    return ours;
  }

  private static Map<String, String> ofTheirs(Map<String, String> found, List<Directive> used) {
    Map<String, String> theirs = new HashMap<>();
    theirs.put("time", found.get(TIME));
    theirs.put("method", found.get(REQUEST.get(0)));
    theirs.put("target", found.get(REQUEST.get(1)));
    theirs.put("protocol", found.get(REQUEST.get(2)));
    used.forEach(directive -> theirs.put(directive.column(), found.get(directive.path())));
    return theirs;
  }
}
