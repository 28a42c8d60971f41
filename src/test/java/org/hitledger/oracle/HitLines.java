package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * An endless supply of log lines that are accepted, nearly all of them, and have something odd in
 * every field: what {@link HostileLines} are for classes, these are for columns. The same seed
 * gives the same lines. Inside, a line has one character for each byte.
 */
public final class HitLines {
  private static final List<String> HOSTS =
      List.of(
          "-",
          "1.2.3.4",
          "203.0.113.255",
          "::1",
          "::",
          "2001:db8:1:2::5",
          "2001:DB8:0:0:0:0:0:5",
          "::ffff:1.2.3.4",
          "fe80::1%eth0",
          "[::1]",
          "crawler.example.org",
          "1.2.3",
          "\u00ff",
          "--");

  private static final List<String> USERS =
      List.of("-", "-", "-", "--", "frank", "\"\"", "[x]", utf8("jürgen"), "\u00c3", "null", "a;b");

  /** Where days, years and counts of seconds turn over; and one day on which nothing does. */
  private static final List<Instant> TURNS =
      List.of(
          Instant.parse("2013-01-01T00:00:00Z"),
          Instant.parse("2012-02-29T00:00:00Z"),
          Instant.parse("2012-03-01T00:00:00Z"),
          Instant.parse("1970-01-01T00:00:00Z"),
          Instant.parse("2038-01-19T03:14:08Z"),
          Instant.parse("2012-10-28T01:00:00Z"),
          Instant.parse("2012-06-15T12:00:00Z"));

  private static final List<String> OFFSETS =
      List.of(
          "+0000", "-0000", "-0400", "+0100", "+0200", "+0530", "+0545", "-0930", "+1245", "+1400",
          "-1200", "+0001", "-0001", "+1801", "-1801", "+2359", "-2359");

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss", Locale.ENGLISH);

  private static final List<String> METHODS =
      List.of("GET", "GET", "GET", "POST", "-", "get", "\u0016\u0003", "\u00ff", "GET/");

  private static final List<String> PROTOCOLS =
      List.of("HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "-", "\u00ff", "a?b#c;d", "]");

  private static final List<String> SCHEMES =
      List.of(
          "http:", "https:", "HTTP:", "ftp:", "urn:", "android-app:", "1http:", utf8("é:"), ":");

  private static final List<String> AUTHORITIES =
      List.of(
          "//",
          "//h",
          "//Example.ORG",
          "//h:80",
          "//h:",
          "//:80",
          "//u@h",
          "//u:p@v@h:80",
          "//u@",
          "//@:",
          "//[::1]",
          "//[::1]:80",
          "//[::1]:",
          "//u@[::1]:80",
          "//::1",
          "//h:8a",
          "//h:80:",
          "//h:\u00b2",
          "//a b",
          "//a;b",
          "//\u00ff",
          "//][");

  private static final List<String> BROKEN_AUTHORITIES =
      List.of("//[", "//]", "//[::1", "//::1]:80", "//u[@h", "//h:80]");

  private static final List<String> SEGMENTS =
      List.of(
          "book",
          "book",
          "book",
          "book",
          "x",
          "",
          "a",
          "a b",
          "ping",
          "a.png",
          "a.html",
          ";",
          "a;b",
          "a;b;c",
          ";a",
          "=",
          "a=b",
          "..",
          "%20",
          "%2F",
          "\\x80",
          "\\",
          "[",
          "]",
          "'",
          utf8("é"),
          utf8("😀"),
          utf8("\ufeff"),
          utf8("\ufffd"),
          utf8("e\u0301"),
          "\u0080",
          "\u00e2\u0082",
          "\u00c3",
          "\u00ed\u00a0\u0080",
          "\u00f4\u0090\u0080\u0080",
          "\0",
          "\t",
          "a\rb",
          "\u007f",
          "\u0085",
          "\u00a0",
          "null",
          "NULL",
          "__HIVE_DEFAULT_PARTITION__",
          "$1",
          "@",
          "a@b:1");

  private static final List<String> LOOSE_ENDS =
      List.of("", "?", "#", "/", ";", "&", "=", "//", "-");

  private static final List<String> STATUSES =
      List.of(
          "200",
          "404",
          "0",
          "000200",
          "999",
          "2147483647",
          "2147483648",
          "4294967496",
          "99999999999999999999999999");

  private static final List<String> SIZES =
      List.of(
          "-",
          "0",
          "5",
          "007",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551621",
          "99999999999999999999999999");

  private static final List<String> PRODUCTS =
      List.of("Mozilla/5.0", "Mozilla/4.0", "", "()", "(x)", "a(b)", "\u00ff", utf8("ä"), "-");

  private static final List<String> AGENT_GAPS =
      List.of(" ", " ", " ", "  ", "\t", "\f\u000b", "\r", "", "\u00a0", "\u001c", "\0", " x ");

  private static final List<String> SYSTEMS =
      List.of(
          "(X11; Linux)",
          "(compatible; bot; +http://h/)",
          "()",
          "( )",
          "(a (b) c)",
          "(",
          ")",
          "(\u00ff)",
          "(\u0085)",
          "",
          "))((",
          "(a\\\"b)");

  private static final List<String> ENDS =
      List.of(
          "",
          "",
          " ",
          " Gecko/20100101 Firefox/1",
          "x (KHTML, like Gecko) y ",
          "\t\t",
          "\u00c3",
          utf8(" é"),
          "\\",
          ")",
          " (");

  private static final List<String> WHOLE_AGENTS =
      List.of("-", "--", " ", "curl/7.1", "-\"", "null", "\u00ff", "(", " (x)");

  private static final List<String> AFTER =
      List.of("", "", "", " ", "\r", " 0.003", "\"", " \"x\"");

  private final SplittableRandom random;

  /**
   * Starts a supply.
   *
   * @param seed what makes it this one
   */
  public HitLines(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * The next line.
   *
   * @return its bytes, without an LF among them
   */
  public byte[] next() {
    String start = "%s %s %s [%s] ".formatted(oneOf(HOSTS), oneOf(USERS), oneOf(USERS), time());
    String request =
        "\"%s %s %s\" ".formatted(oneOf(METHODS), reference(AUTHORITIES), oneOf(PROTOCOLS));
    String end = oneOf(STATUSES) + " " + oneOf(SIZES) + (percent(20) ? "" : tail());
    return (start + request + end).getBytes(ISO_8859_1);
  }

  private String time() {
    long seconds = percent(50) ? random.nextInt(-2, 3) : random.nextInt(-90_000, 90_000);
    String offset = oneOf(OFFSETS);
    Duration east =
        Duration.ofHours(Integer.parseInt(offset.substring(1, 3)))
            .plusMinutes(Integer.parseInt(offset.substring(3)));
    Instant moment = oneOf(TURNS).plusSeconds(seconds);
    Instant local = offset.startsWith("+") ? moment.plus(east) : moment.minus(east);
    return LOCAL.format(local.atOffset(ZoneOffset.UTC)) + " " + offset;
  }

  private String reference(List<String> authorities) {
    StringBuilder text = new StringBuilder();
    text.append(percent(20) ? oneOf(SCHEMES) : "");
    text.append(percent(25) ? oneOf(authorities) : "");
    for (int left = random.nextInt(5); left > 0; left--) {
      text.append('/').append(oneOf(SEGMENTS));
    }
    text.append(percent(20) ? ";" + loose() : "");
    text.append(percent(30) ? "?" + loose() : "");
    text.append(percent(15) ? "#" + loose() : "");
    text.append(percent(5) ? oneOf(LOOSE_ENDS) : "");
    return text.isEmpty() ? "/" : text.toString();
  }

  private String loose() {
    return oneOf(SEGMENTS) + oneOf(LOOSE_ENDS) + oneOf(SEGMENTS);
  }

  private String tail() {
    return " \"" + referer() + "\" \"" + agent() + "\"" + oneOf(AFTER);
  }

  private String referer() {
    int kind = random.nextInt(100);
    if (kind < 20) {
      return oneOf(List.of("-", "", " ", "--"));
    }
    return kind < 30
        ? "http:" + oneOf(BROKEN_AUTHORITIES) + reference(AUTHORITIES)
        : reference(AUTHORITIES);
  }

  private String agent() {
    String agent =
        percent(20)
            ? oneOf(WHOLE_AGENTS)
            : oneOf(PRODUCTS) + oneOf(AGENT_GAPS) + oneOf(SYSTEMS) + oneOf(ENDS);
    return agent.isEmpty() ? "-" : agent;
  }

  private boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
