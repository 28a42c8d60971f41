package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Lines of Common and Combined as servers really write them, and as their clients make them write:
 * escaped quotes in every field, users with spaces or none, no request, no protocol, no status.
 *
 * <p>Most parts of a line are plain, so that one oddity is seen by itself; but any may meet any
 * other. The same seed gives the same lines. Inside, a line has one character for each byte.
 */
public final class LinesOfServers {
  /** How many in a hundred of a part are odd: most lines have one or two parts that are. */
  private static final int ODD = 15;

  private static final List<String> HOSTS =
      List.of("-", "::1", "h:80", "fe80::1%eth0", "a\"b", "a\\\"", "[::1]", "\u00ff", "#Fields:");

  private static final List<String> IDENTITIES =
      List.of("[x]", "[", "id", "\"", "\\", "]", "\u00c3");

  private static final List<String> USERS =
      List.of(
          "",
          " ",
          "Jo Smith",
          "Jo  van\tSmith ",
          " frank",
          "Jo\\\" Smith",
          "a[b]",
          "a] \"b",
          "Jo [ops]",
          "[x]",
          "[x] -",
          "[",
          "DOMAIN\\jo",
          "\"\"",
          "\u00c3\u00a9 \u00ff",
          "a\u00a0b");

  private static final List<String> GAPS = List.of("  ", "\t", " \t ", "\r", "\f\u000b", "", "\0");

  private static final List<String> TIMES =
      List.of(
          "30/Jun/2012:23:59:60 +0000",
          "31/Dec/2016:23:59:60 -0000",
          "31/Dec/9999:23:59:60 +0000",
          "28/Feb/2012:11:07:60 +0530",
          "30/Jun/2012:23:59:61 +0000",
          "30/Jun/2012:23:60:60 +0000",
          "01/Jun/2012:22:17:55.250 -0400",
          "01/Jun/2012:22:17:55.1 -0400",
          "01/Jun/2012:22:17:55.000001 -0400",
          "01/Jun/2012:22:17:55.0000009 -0400",
          "01/Jun/2012:22:17:55.123456789 -0400",
          "01/Jun/2012:23:59:59.9999999999999999999999 +0000",
          "31/Dec/1969:23:59:59.999999999 +0000",
          "30/Jun/2012:23:59:60.5 +0000",
          "01/Jun/2012:22:17:55. -0400",
          "01/Jun/2012:22:17:55,250 -0400",
          "01/Jun/2012:22:17:55.25x -0400",
          "01/Jun/2012:22:17:55 .250 -0400",
          "01/Jun/2012:22:17:55.-25 -0400",
          "01/Jun/2012:22:17.5:55 -0400",
          "31/Feb/2012:00:00:00 +0000",
          "01/Jun/2012:22:17:55 -0400]x",
          "01/Jun/2012:22:17:55 -0400] \"",
          "[01/Jun/2012:22:17:55 -0400",
          "x [01/Jun/2012:22:17:55 -0400",
          "-",
          "");

  private static final List<String> NO_REQUESTS =
      List.of(
          "-",
          "",
          " ",
          "- - - ",
          "- - -",
          "GET",
          "GET ",
          "\\x16\\x03\\x01",
          "\\x16\\x03\\x01 a b",
          "\u0016\u0003\u0001\0 \u00ff HTTP/1.1",
          "- /book/x HTTP/1.1",
          "123 /book/x HTTP/1.1",
          "G\u00c9T /book/x HTTP/1.1",
          "G(T /book/x HTTP/1.1",
          "/book/x HTTP/1.1",
          "HTTP/1.1 /book/x",
          "\\\"",
          "\\\" \\\"",
          "\"GET /book/x HTTP/1.1\"",
          "\\",
          "\\\\",
          "GET\u00a0/book/x\u00a0HTTP/1.1");

  private static final List<String> METHODS =
      List.of(
          "POST",
          "OPTIONS",
          "get",
          "connect",
          "CONNECT",
          "CONNECT",
          "M-SEARCH",
          "x",
          "1a",
          "!#$%&'*+.^_`|~x",
          "-",
          "0",
          "a\"",
          "a\\\"b");

  private static final List<String> TARGETS =
      List.of(
          "*",
          "/",
          "//",
          "///",
          "/book",
          "/book/",
          "www.example.org:443",
          "[::1]:443",
          "[::1:443",
          "//[::1]/book/x",
          "http://[::1/book/x",
          "http://::1]/book/x",
          "//h",
          "http://h",
          "http://h?x",
          "?x",
          "#x",
          ";x",
          "/;x",
          "/book/[x",
          "/book/x?[",
          "/book/ping/x",
          "/favicon.ico",
          "/book/a.png",
          "/book/a.PNG?x",
          "/book/a.Css;v",
          "/book/a.js/",
          "/book/a.\u00c3\u00a4",
          "/book/a b.html",
          "/book/a  b\tc",
          "/book/a\"b",
          "/book/a\\\"b",
          "/book/a\\\\\"b",
          "/book/a\\",
          "/book/a\\\\",
          "/book/a\\\\\\",
          "/book/\\\" 200 5",
          "/book/\\\" 200 5 \\\"-\\\" \\\"x\\\"",
          "/book/a\" 200",
          "/book/a\" 200 5 x",
          "/book/a\" - -",
          "/book/a\" - - \"",
          "/book/a\" \"-",
          "/book/] \"x",
          "/book/ [x] \"",
          "HTTP/1.1",
          "/other/x");

  private static final List<String> PROTOCOLS =
      List.of(
          "",
          "",
          " ",
          "HTTP/1.0 ",
          "HTTP/2",
          "http/1.1",
          "RTSP/1.0",
          "h/22.33",
          "HTTP",
          "HTTP/",
          "HTTP/1.",
          "HTTP/.1",
          "HTTP/1.1.1",
          "HTTP/x",
          "H2/1.1",
          "/1.1",
          "HTTP/1.1 HTTP/1.1",
          "HTTP/1.1\\",
          "HTTP/1.1\\\"",
          "HTTP/1.1\"",
          "x HTTP/1.1",
          "-");

  private static final List<String> STATUSES =
      List.of("-", "-", "408", "408", "000", "2147483648", "2-", "20x", "200 200");

  private static final List<String> SIZES = List.of("-", "-", "0", "99999999999999999999", "--");

  private static final List<String> REFERERS =
      List.of(
          "",
          "",
          "http://e.org/?q=\\\"a b\\\"",
          "http://e.org/?q=\"a b\"",
          "\\\" \\\"",
          "\\\"",
          "\"",
          "\" \"",
          "a\" \"b",
          "a\\\" \\\"b",
          "a\\\\\" \"b",
          "C:\\",
          "C:\\\\",
          "a\\\\\\",
          " - ",
          "http://[::1/x");

  private static final List<String> AGENTS =
      List.of(
          "",
          "",
          "-",
          " ",
          "\\\"quoted\\\"",
          "Tab 10\\\" Build/7 Bot/2",
          "Mozilla/5.0 (Tab 8\\\" (x) y) z",
          "C:\\",
          "C:\\\\",
          "a\\\\\\",
          "\\\"",
          "\"",
          "\"\"",
          "\" \"",
          "a \"b\" c",
          "a\"b",
          "a\"b\"",
          "a\\\\\"b",
          "a\\\\\" b",
          "a\" 200 5 \"-\" \"b",
          "\\",
          "\u00ff\0\u00c3\u00a9");

  private static final List<String> AFTER =
      List.of(
          " \"10.0.0.1\"",
          " \"-\"",
          " \"\"",
          "garbage",
          "\u00a0",
          " 0.003",
          "\"",
          " \"",
          "\\\"",
          "\\",
          "\t\r",
          " \"C:\\\"",
          "x\" \"y\"");

  private static final List<String> COMMON_TAILS =
      List.of("", "", "", " ", " \t\r", " garbage", "x", " \"-\"", " \"-\" \"", " \"-\" x", " -");

  private static final List<String> NO_ACCESSES =
      List.of("", " ", "\t\r", "\0", "-", "- - -", "#Fields: date time", "\u00a0");

  private final SplittableRandom random;

  private LinesOfServers(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * The first lines of a supply.
   *
   * @param count how many
   * @param seed what makes it this supply
   * @return the lines, without an LF among them
   */
  public static List<byte[]> some(int count, long seed) {
    LinesOfServers lines = new LinesOfServers(seed);
    return Stream.generate(lines::next).limit(count).toList();
  }

  private byte[] next() {
    String line = percent(3) ? oneOf(NO_ACCESSES) : line();
    int end = percent(3) ? random.nextInt(line.length() + 1) : line.length();
    return line.substring(0, end).getBytes(ISO_8859_1);
  }

  private String line() {
    String start = either("1.2.3.4", HOSTS) + gap() + either("-", IDENTITIES) + gap();
    String user = either("-", USERS) + gap();
    String time = "[" + either("01/Jun/2012:22:17:55 -0400", TIMES) + "]" + gap();
    String end = either("200", STATUSES) + gap() + either("5", SIZES) + tail();
    return start + user + time + quoted(request()) + gap() + end;
  }

  private String request() {
    return percent(ODD)
        ? oneOf(NO_REQUESTS)
        : either("GET", METHODS)
            + gap()
            + (percent(40) ? oneOf(TARGETS) : "/book/a/b.html")
            + gap()
            + either("HTTP/1.1", PROTOCOLS);
  }

  private String tail() {
    return percent(25)
        ? oneOf(COMMON_TAILS)
        : gap()
            + quoted(either("-", REFERERS))
            + gap()
            + quoted(either("x", AGENTS))
            + either("", AFTER);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private String gap() {
    return percent(99) ? " " : oneOf(GAPS);
  }

  private String either(String plain, List<String> odd) {
    return percent(ODD) ? oneOf(odd) : plain;
  }

  private boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
