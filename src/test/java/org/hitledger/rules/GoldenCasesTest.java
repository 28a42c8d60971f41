package org.hitledger.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hitledger.logformat.Combined;
import org.hitledger.oracle.Oracle;
import org.hitledger.oracle.Oracle.Judgement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The cases whose answers are written down in the definitions, and the borders of a valid time and
 * of valid UTF-8, whose answers follow from calendars and from the Unicode standard.
 *
 * <p>The oracle has to pass them as well: where both sides agree, they must agree on this.
 */
class GoldenCasesTest {

  private static final String TIME = "01/Jun/2012:22:17:55 -0400";

  private static final String REQUEST = "GET /book/a/b.html HTTP/1.1";

  private static final String PATH = "/book/a/b.html";

  private static final String START = "1.2.3.4 - - [" + TIME + "] ";

  private static final PathRules BOOK =
      new PathRules(Oracle.defaultSection(), Oracle.defaultNames(), Oracle.defaultExtensions());

  private static final LineClassifier CLASSIFIER = new LineClassifier(BOOK);

  private static final LineClassifier SITE =
      new LineClassifier(
          new PathRules(
              "all",
              Oracle.siteNames(),
              Oracle.siteExtensions(),
              true,
              List.of(),
              List.of(),
              List.of()));

  private static final Oracle ORACLE = Oracle.withDefaults();

  static Stream<Arguments> golden() {
    return Stream.of(
        Arguments.of(line(TIME, REQUEST), "counted", PATH),
        Arguments.of(withTarget("/book/x;v=1?y=2#z"), "counted", "/book/x"),
        Arguments.of(withTarget("/book;p/x"), "filtered/outside_section", ""),
        Arguments.of(withTarget("http://example.org/book/abs.html"), "counted", "/book/abs.html"),
        Arguments.of(withTarget("//book/x/y"), "filtered/outside_section", ""),
        Arguments.of(withTarget("/book//x"), "counted", "/book//x"),
        Arguments.of(withTarget("/book/"), "filtered/outside_section", ""),
        Arguments.of(line(TIME, "GET /book/a b/c.html HTTP/1.1"), "counted", "/book/a b/c.html"),
        Arguments.of(line(TIME, "GET /book/x"), "counted", "/book/x"),
        Arguments.of(line(TIME, "GET /book/a b.html"), "counted", "/book/a b.html"),
        Arguments.of(START + "\"-\" 408 5 \"-\" \"x\"", "filtered/no_request", ""),
        Arguments.of(START + "\"\" 400 5 \"-\" \"x\"", "filtered/no_request", ""),
        Arguments.of(line(TIME, "- - - "), "filtered/no_request", ""),
        Arguments.of(line(TIME, "\\x16\\x03\\x01"), "filtered/no_request", ""),
        Arguments.of(withTarget("http://[::1/book/x"), "filtered/bad_target", ""),
        Arguments.of(withTarget("/book/ping/x"), "filtered/excluded_name", ""),
        Arguments.of(withTarget("/book/a.png?x"), "filtered/excluded_extension", ""),
        Arguments.of(withTarget("/book/a.PNG"), "counted", "/book/a.PNG"),
        Arguments.of(withTarget("/book/a\"b"), "counted", "/book/a\"b"),
        Arguments.of(withTarget("/book/a\\\"b"), "counted", "/book/a\\\"b"),
        Arguments.of(withTarget("/book/a\\"), "counted", "/book/a\\"),
        Arguments.of(withAgent("Tab 10\\\" Build/7 Bot/2"), "counted", PATH),
        Arguments.of(withAgent("\\\"quoted\\\""), "counted", PATH),
        Arguments.of(withTail("\"http://e.org/?q=\\\"a b\\\"\" \"x\""), "counted", PATH),
        Arguments.of(withAgent(""), "counted", PATH),
        Arguments.of(withAgent("") + " \"10.0.0.1\"", "counted", PATH),
        Arguments.of(withUser("Jo Smith"), "counted", PATH),
        Arguments.of(withUser(""), "counted", PATH),
        Arguments.of(START + "\"" + REQUEST + "\" - 5 \"-\" \"x\"", "counted", PATH),
        Arguments.of(
            "::1 - - [" + TIME + "] \"GET /book/x/y HTTP/1.1\" 200 5", "counted", "/book/x/y"),
        Arguments.of(withTail("garbage"), "rejected/no_match", ""),
        Arguments.of(withAgent("C:\\"), "counted", PATH),
        Arguments.of(withAgent("x") + "garbage", "counted", PATH),
        Arguments.of(withTail("\"-\" \"x"), "rejected/no_match", ""),
        Arguments.of(line("31/Feb/2012:00:00:00 +0000", REQUEST), "rejected/bad_time", ""),
        Arguments.of(line("30/Jun/2012:23:59:60 +0000", REQUEST), "counted", PATH));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void decides_the_golden_cases(String line, String label, String path) {
    assertDecided(line.getBytes(ISO_8859_1), label, path);
  }

  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/1.1, counted, /",
    "OPTIONS * HTTP/1.1, counted, *",
    "CONNECT www.example.org:443 HTTP/1.1, filtered/empty_path, ''"
  })
  void decides_the_golden_cases_of_a_whole_site(String request, String label, String path) {
    byte[] line = line(TIME, request).getBytes(ISO_8859_1);
    assertDecided(line, label, path, SITE, Oracle.forSite());
    assertDecided(
        line,
        label,
        path,
        new LineClassifier(BOOK.withSection("all")),
        new Oracle("all", Oracle.defaultNames(), Oracle.defaultExtensions()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01/Jan/0001:00:00:00 +0000",
        "31/Dec/9999:23:59:59 -0000",
        "29/Feb/2000:00:00:00 +0000",
        "29/Feb/2012:23:59:59 +1400",
        "28/Feb/1900:00:00:00 -1200",
        "30/Apr/2012:09:08:07 +0545",
        "31/Jul/2012:19:00:00 +2359",
        "31/Aug/2012:20:00:00 -2359",
        "30/Sep/2012:00:00:00 +0059",
        "05/Oct/1582:00:00:00 +0000",
        "30/Jun/2012:22:17:60 -0400",
        "01/Jun/2012:00:00:00.000 +0000",
        "01/Jun/2012:22:17:55.250 -0400",
        "30/Jun/2012:23:59:60.9999999999 +0000"
      })
  void accepts_times(String time) {
    assertDecided(line(time, REQUEST).getBytes(ISO_8859_1), "counted", "/book/a/b.html");
  }

  static final String[] NOT_TIMES = {
    "",
    " ",
    "-",
    // no such day
    "00/Jan/2012:00:00:00 +0000",
    "32/Jan/2012:00:00:00 +0000",
    "29/Feb/2011:00:00:00 +0000",
    "29/Feb/1900:00:00:00 +0000",
    "30/Feb/2012:00:00:00 +0000",
    "31/Apr/2012:00:00:00 +0000",
    "31/Jun/2012:00:00:00 +0000",
    "31/Sep/2012:00:00:00 +0000",
    "31/Nov/2012:00:00:00 +0000",
    "01/Jan/0000:00:00:00 +0000",
    // no such time of day
    "01/Jun/2012:24:00:00 +0000",
    "01/Jun/2012:00:60:00 +0000",
    "30/Jun/2012:23:59:61 +0000",
    // no such offset
    "01/Jun/2012:00:00:00 +2400",
    "01/Jun/2012:00:00:00 -0060",
    "01/Jun/2012:00:00:00 0000",
    "01/Jun/2012:00:00:00 Z",
    "01/Jun/2012:00:00:00 UTC",
    "01/Jun/2012:00:00:00 +00:00",
    "01/Jun/2012:00:00:00 +000",
    "01/Jun/2012:00:00:00 +00000",
    "01/Jun/2012:00:00:00 ~0000",
    "01/Jun/2012:00:00:00",
    // digits or letters that are too few, too many or others
    "1/Jun/2012:00:00:00 +0000",
    " 1/Jun/2012:00:00:00 +0000",
    "001/Jun/2012:00:00:00 +0000",
    "01/Jun/12:00:00:00 +0000",
    "01/Jun/12012:00:00:00 +0000",
    "01/Jun/+012:00:00:00 +0000",
    "01/Jun/-012:00:00:00 +0000",
    "01/Jun/2012:0:00:00 +0000",
    "01/Jun/2012:00:00:0x +0000",
    "01/06/2012:00:00:00 +0000",
    "01/jun/2012:00:00:00 +0000",
    "01/JUN/2012:00:00:00 +0000",
    "01/June/2012:00:00:00 +0000",
    "01/Mai/2012:00:00:00 +0000",
    "01/Sept/2012:00:00:00 +0000",
    // other marks between them
    "01-Jun-2012:00:00:00 +0000",
    "01/Jun/2012 00:00:00 +0000",
    "01/Jun/2012:00.00.00 +0000",
    "01/Jun/2012:00:00:00. +0000",
    "01/Jun/2012:00:00:00,000 +0000",
    "01/Jun/2012:00:00:00.0x0 +0000",
    "01/Jun/2012:00:00.5:00 +0000",
    "01/Jun/2012:00:00:00  +0000",
    "01/Jun/2012:00:00:00\t+0000",
    "01/Jun/2012:00:00:00+0000",
    "2012-06-01T00:00:00+0000",
    // more than a time
    " 01/Jun/2012:00:00:00 +0000",
    "01/Jun/2012:00:00:00 +0000 ",
    "01/Jun/2012:00:00:00 +0000\r",
    "01/Jun/2012:00:00:00 +0000\0",
    "[01/Jun/2012:00:00:00 +0000",
    "01/Jun/2012:00:00:00 +0000]",
    "01/Jun/2012:00:00:00 +0000] [01/Jun/2012:00:00:00 +0000"
  };

  @ParameterizedTest
  @FieldSource("NOT_TIMES")
  void rejects_what_is_no_time(String time) {
    assertDecided(line(time, REQUEST).getBytes(ISO_8859_1), "rejected/bad_time", "");
  }

  /** Each with one character for each byte, and what it reads in a result. */
  static Stream<Arguments> spellings() {
    return Stream.of(
        Arguments.of("plain", "plain"),
        Arguments.of("\u0000\u0001\u007f", "\u0000\u0001\u007f"),
        Arguments.of("%FF%c3%28", "%FF%c3%28"),
        // a backslash is one: what was escaped before is not escaped again
        Arguments.of("\\xFF\\", "\\xFF\\"),
        // first and last of each length
        Arguments.of("\u00c2\u0080", "\u0080"),
        Arguments.of("\u00df\u00bf", "\u07ff"),
        Arguments.of("\u00e0\u00a0\u0080", "\u0800"),
        Arguments.of("\u00ed\u009f\u00bf", "\ud7ff"),
        Arguments.of("\u00ee\u0080\u0080", "\ue000"),
        Arguments.of("\u00ef\u00bf\u00bf", "\uffff"),
        Arguments.of("\u00f0\u0090\u0080\u0080", "\ud800\udc00"),
        Arguments.of("\u00f4\u008f\u00bf\u00bf", "\udbff\udfff"),
        // valid, and nothing special: the replacement character and the byte order mark
        Arguments.of("\u00ef\u00bf\u00bd", "\ufffd"),
        Arguments.of("\u00ef\u00bb\u00bf", "\ufeff"),
        // bytes that never occur, and those that occur only behind others
        Arguments.of("\u00c0\u00c1\u00f5\u00ff", "\\xC0\\xC1\\xF5\\xFF"),
        Arguments.of("\u0080a\u00bf", "\\x80a\\xBF"),
        // overlong
        Arguments.of("\u00c0\u00af", "\\xC0\\xAF"),
        Arguments.of("\u00e0\u009f\u00bf", "\\xE0\\x9F\\xBF"),
        Arguments.of("\u00f0\u008f\u00bf\u00bf", "\\xF0\\x8F\\xBF\\xBF"),
        // surrogates, alone and in a pair
        Arguments.of("\u00ed\u00a0\u0080", "\\xED\\xA0\\x80"),
        Arguments.of("\u00ed\u00bf\u00bf", "\\xED\\xBF\\xBF"),
        Arguments.of("\u00ed\u00a0\u00bd\u00ed\u00b8\u0080", "\\xED\\xA0\\xBD\\xED\\xB8\\x80"),
        // above U+10FFFF
        Arguments.of("\u00f4\u0090\u0080\u0080", "\\xF4\\x90\\x80\\x80"),
        // cut short, at the end and before something valid
        Arguments.of("\u00c3", "\\xC3"),
        Arguments.of("\u00e2\u0082", "\\xE2\\x82"),
        Arguments.of("\u00f0\u009f\u0098", "\\xF0\\x9F\\x98"),
        Arguments.of("\u00c3a", "\\xC3a"),
        Arguments.of("\u00e2\u0082/a", "\\xE2\\x82/a"),
        Arguments.of("\u00e2\u0082\u00e2\u0082\u00ac", "\\xE2\\x82\u20ac"),
        Arguments.of("\u00f0\u009f\u00c3\u00a9", "\\xF0\\x9F\u00e9"),
        // one too many
        Arguments.of("\u00c3\u00a9\u00a9", "\u00e9\\xA9"));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void loses_no_byte_of_a_path(String bytes, String text) {
    assertDecided(withTarget("/book/" + bytes).getBytes(ISO_8859_1), "counted", "/book/" + text);
  }

  private static void assertDecided(byte[] line, String label, String path) {
    assertDecided(line, label, path, CLASSIFIER, ORACLE);
  }

  private static void assertDecided(
      byte[] line, String label, String path, LineClassifier classifier, Oracle oracle) {
    assertThat(oracle.judge(line)).as("oracle").isEqualTo(new Judgement(label, path));
    Verdict verdict = classifier.classify(line, Combined.COMBINED.reader());
    assertThat(verdict.outcome().label()).isEqualTo(label);
    assertThat(pathOf(verdict)).isEqualTo(path.getBytes(UTF_8));
  }

  private static byte[] pathOf(Verdict verdict) {
    return verdict instanceof Counted counted ? counted.path() : new byte[0];
  }

  private static String withTarget(String target) {
    return line(TIME, "GET " + target + " HTTP/1.1");
  }

  private static String withTail(String tail) {
    return START + "\"" + REQUEST + "\" 200 5 " + tail;
  }

  private static String withAgent(String agent) {
    return withTail("\"-\" \"" + agent + "\"");
  }

  private static String withUser(String user) {
    return "1.2.3.4 - " + user + " [" + TIME + "] \"" + REQUEST + "\" 200 5 \"-\" \"x\"";
  }

  private static String line(String time, String request) {
    return "1.2.3.4 - - [" + time + "] \"" + request + "\" 200 5 \"-\" \"x\"";
  }
}
