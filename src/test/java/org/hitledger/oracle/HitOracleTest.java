package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that were written down by hand. In the cases, a quote is written as an apostrophe. */
class HitOracleTest {
  private static final HitOracle ORACLE = new HitOracle(Oracle.withDefaults());

  private static Map<String, String> row(String line) {
    return ORACLE.row(line.replace('\'', '"').getBytes(UTF_8), "a.gz").orElseThrow();
  }

  /** Some columns of a row, with {@code null} for those that it has not. */
  private static String columns(Map<String, String> row, String... names) {
    return Arrays.stream(names)
        .map(name -> row.getOrDefault(name, "null"))
        .collect(Collectors.joining("|"));
  }

  private static Map<String, String> timed(String time) {
    return row("h - - [%s] 'GET /book/x HTTP/1.1' 200 5".formatted(time));
  }

  private static Map<String, String> requested(String request) {
    return row("h - - [01/Jun/2012:22:17:55 -0400] '%s' 200 5 '-' 'x'".formatted(request));
  }

  private static Map<String, String> referred(String referer) {
    return row(
        "h - - [01/Jun/2012:22:17:55 -0400] 'GET /book/x HTTP/1.1' 200 5 '%s' '-'"
            .formatted(referer));
  }

  @Test
  void a_combined_line_has_all_columns_of_a_request_in_their_order() {
    Map<String, String> row =
        row(
            "1.2.3.4 id frank [01/Jun/2012:22:17:55 -0400] 'GET /book/a/b;v=1?y=2#z HTTP/1.1' 200"
                + " 5 'https://u@example.org:8080/a/b?c=d#e' 'Mozilla/5.0 (X11; Linux)  Gecko (x)'");
    assertThat(row.keySet())
        .containsExactlyElementsOf(
            HitOracle.COLUMNS.stream()
                .filter(name -> !name.equals("request"))
                .filter(name -> !HitOracle.OF_OTHER_FORMATS.contains(name))
                .toList());
    assertThat(row.values())
        .containsExactly(
            "2012-06-02T02:17:55Z",
            "-0400",
            "1.2.3.4",
            "id",
            "frank",
            "GET",
            "/book/a/b;v=1?y=2#z",
            "/book/a/b",
            "v=1",
            "y=2",
            "z",
            "HTTP/1.1",
            "200",
            "5",
            "https://u@example.org:8080/a/b?c=d#e",
            "https",
            "example.org",
            "/a/b",
            "c=d",
            "Mozilla/5.0 (X11; Linux)  Gecko (x)",
            "Mozilla/5.0",
            "X11; Linux",
            "Gecko (x)",
            "book",
            "counted",
            "a.gz",
            "2012-06-02");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- - - [01/Jan/2012:00:00:00 +0000] '-' - - '-' '-'",
        "- -  [01/Jan/2012:00:00:00 +0000] '' - - '' ''",
        "- - [01/Jan/2012:00:00:00 +0000] '' - -"
      })
  void a_line_of_nothing_has_only_what_is_never_null(String line) {
    assertThat(row(line))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("time", "2012-01-01T00:00:00Z"),
                Map.entry("utc_offset", "+0000"),
                Map.entry("outcome", "filtered/no_request"),
                Map.entry("file", "a.gz"),
                Map.entry("date", "2012-01-01")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \t",
        "x",
        "h - - [01/Jan/2012:00:00:00 +0000] 'GET /book/x HTTP/1.1",
        "h - - [01/Jan/2012:00:00:00 +0000] '-' 200 5 garbage",
        "h - - [31/Feb/2012:00:00:00 +0000] 'GET /book/x HTTP/1.1' 200 5"
      })
  void a_line_that_is_not_accepted_has_no_row(String line) {
    assertThat(ORACLE.row(line.replace('\'', '"').getBytes(UTF_8), "a.gz")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "01/Jun/2012:22:17:55 -0400, 2012-06-02T02:17:55Z, 2012-06-02",
    "01/Jan/2013:00:30:00 +0100, 2012-12-31T23:30:00Z, 2012-12-31",
    "31/Dec/2012:23:59:59 -0001, 2013-01-01T00:00:59Z, 2013-01-01",
    "28/Feb/2012:23:59:59 -2359, 2012-02-29T23:58:59Z, 2012-02-29",
    "01/Mar/2013:00:00:00 +2359, 2013-02-28T00:01:00Z, 2013-02-28",
    "01/Jan/1970:00:00:00 -0000, 1970-01-01T00:00:00Z, 1970-01-01",
    "01/Jan/0001:00:00:00 +0001, 0000-12-31T23:59:00Z, 0000-12-31",
    "31/Dec/9999:23:59:59 -0001, +10000-01-01T00:00:59Z, +10000-01-01"
  })
  void the_date_is_that_of_the_moment_in_utc(String time, String moment, String date) {
    assertThat(columns(timed(time), "time", "date", "utc_offset"))
        .isEqualTo(moment + "|" + date + "|" + time.substring(21));
  }

  @ParameterizedTest
  @CsvSource({
    "30/Jun/2012:23:59:60 +0000, 2012-07-01T00:00:00Z, 2012-07-01",
    "31/Dec/2016:18:59:60 -0500, 2017-01-01T00:00:00Z, 2017-01-01",
    "01/Jun/2012:22:17:60 -0400, 2012-06-02T02:18:00Z, 2012-06-02",
    "30/Jun/2012:23:59:60.5 +0000, 2012-07-01T00:00:00.500Z, 2012-07-01",
    "01/Jun/2012:22:17:55.250 -0400, 2012-06-02T02:17:55.250Z, 2012-06-02",
    "01/Jun/2012:22:17:55.1 -0400, 2012-06-02T02:17:55.100Z, 2012-06-02",
    "01/Jun/2012:22:17:55.000001 -0400, 2012-06-02T02:17:55.000001Z, 2012-06-02",
    "01/Jun/2012:22:17:55.0000009 -0400, 2012-06-02T02:17:55Z, 2012-06-02",
    "31/Dec/1969:23:59:59.9999999999999999999999 +0000, 1969-12-31T23:59:59.999999Z, 1969-12-31"
  })
  void a_leap_second_is_the_next_minute_and_a_fraction_is_cut_off_at_microseconds(
      String time, String moment, String date) {
    assertThat(columns(timed(time), "time", "date")).isEqualTo(moment + "|" + date);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /book/x HTTP/1.1, GET|/book/x|/book/x|HTTP/1.1|null|book",
    "GET /book/x, GET|/book/x|/book/x|null|null|book",
    "GET /book/a b.html, GET|/book/a b.html|/book/a b.html|null|null|book",
    "GET HTTP/1.1, GET|HTTP/1.1|HTTP/1.1|null|null|HTTP",
    "get /book/x h/2, get|/book/x|/book/x|h/2|null|book",
    "M-SEARCH * HTTP/1.1, M-SEARCH|*|*|HTTP/1.1|null|*",
    "GET //[::1/x?y HTTP/1.1, GET|//[::1/x?y|null|HTTP/1.1|null|null",
    "GET http://h HTTP/1.1, GET|http://h||HTTP/1.1|null|null",
    "CONNECT h:443 HTTP/1.1, CONNECT|h:443|null|HTTP/1.1|null|null",
    "CONNECT h/x;v?y#z, CONNECT|h/x;v?y#z|null|null|null|null",
    "CONNECT [::1:443 HTTP/1.1, CONNECT|[::1:443|null|HTTP/1.1|null|null",
    "GET, null|null|null|null|GET|null",
    "-, null|null|null|null|null|null",
    "- - -, null|null|null|null|- - -|null",
    "\\x16\\x03\\x01, null|null|null|null|\\x16\\x03\\x01|null",
    "/book/x  HTTP/1.1, null|null|null|null|/book/x  HTTP/1.1|null"
  })
  void a_request_is_there_as_logged_only_where_it_is_none(String request, String expected) {
    assertThat(
            columns(
                requested(request), "method", "target", "path", "protocol", "request", "section"))
        .isEqualTo(expected);
  }

  @Test
  void the_parts_of_a_bad_target_and_of_an_authority_are_null() {
    String[] parts = {"params", "query", "fragment"};
    assertThat(columns(requested("GET //[h/x;v?y#z HTTP/1.1"), parts)).isEqualTo("null|null|null");
    assertThat(columns(requested("CONNECT h/x;v?y#z HTTP/1.1"), parts)).isEqualTo("null|null|null");
  }

  @ParameterizedTest
  @CsvSource({
    "'-', null",
    "'', null",
    "'  ', null",
    "frank, frank",
    "Jo Smith, Jo Smith",
    "'  Jo 	 Smith ', Jo 	 Smith",
    "a[b] c], a[b] c]",
    "DOMAIN\\jo, DOMAIN\\jo"
  })
  void a_user_is_what_is_between_the_identity_and_the_bracket(String user, String expected) {
    Map<String, String> row =
        row("h i " + user + " [01/Jun/2012:22:17:55 -0400] 'GET /book/x HTTP/1.1' 200 5");
    assertThat(columns(row, "host", "identity", "user")).isEqualTo("h|i|" + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /book/x;v?y#z HTTP/1.1, /book/x;v?y#z|/book/x|v|y|z|book|counted",
    "GET /book/x;?# HTTP/1.1, /book/x;?#|/book/x||||book|counted",
    "GET /book/x HTTP/1.1, /book/x|/book/x|null|null|null|book|counted",
    "GET /book/x#z?y HTTP/1.1, /book/x#z?y|/book/x|null|null|z?y|book|counted",
    "GET /book/x?a?b#c#d HTTP/1.1, /book/x?a?b#c#d|/book/x|null|a?b|c#d|book|counted",
    "GET /book;p/x;a;b HTTP/1.1, /book;p/x;a;b|/book;p/x|a;b|null|null|book;p|filtered/outside_section",
    "GET /;p HTTP/1.1, /;p|/|p|null|null|null|filtered/empty_path",
    "GET ftp://h/a;b HTTP/1.1, ftp://h/a;b|/a;b|null|null|null|a;b|filtered/outside_section",
    "GET HTTPS://h/a;b HTTP/1.1, HTTPS://h/a;b|/a|b|null|null|a|filtered/outside_section",
    "GET http://h HTTP/1.1, http://h||null|null|null|null|filtered/empty_path",
    "GET //book/x HTTP/1.1, //book/x|/x|null|null|null|x|filtered/outside_section",
    "GET  /book/a  b/c  HTTP/1.1, /book/a b/c|/book/a b/c|null|null|null|book|counted",
    "GET * HTTP/1.1, *|*|null|null|null|*|filtered/outside_section",
    "GET ///ping/x HTTP/1.1, ///ping/x|/ping/x|null|null|null|ping|filtered/excluded_name"
  })
  void a_target_is_split_at_its_delimiters(String request, String expected) {
    assertThat(
            columns(
                requested(request),
                "target",
                "path",
                "params",
                "query",
                "fragment",
                "section",
                "outcome"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "200 5, 200|5",
    "007 007, 7|7",
    "2147483647 9223372036854775807, 2147483647|9223372036854775807",
    "2147483648 9223372036854775808, null|null",
    "99999999999999999999 -, null|null",
    "- 5, null|5",
    "- -, null|null"
  })
  void numbers_that_do_not_fit_are_null(String logged, String expected) {
    Map<String, String> row =
        row("h - - [01/Jun/2012:22:17:55 -0400] 'GET /book/x HTTP/1.1' " + logged);
    assertThat(columns(row, "status", "bytes")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-, null|null|null|null|null",
    "'', null|null|null|null|null",
    "' ', ' |null|null| |null'",
    "http://example.org, http://example.org|http|example.org||null",
    "HTTP://Example.ORG:80/A?, HTTP://Example.ORG:80/A?|HTTP|Example.ORG|/A|",
    "http://h:/?q?r#f, http://h:/?q?r#f|http|h|/|q?r",
    "http://u:p@v@h:80/, http://u:p@v@h:80/|http|h|/|null",
    "http://[::1]:80/, http://[::1]:80/|http|[::1]|/|null",
    "http://[::1]/, http://[::1]/|http|[::1]|/|null",
    "http://h:8a/, http://h:8a/|http|h:8a|/|null",
    "http://:80/x, http://:80/x|http|null|/x|null",
    "http:///x, http:///x|http|null|/x|null",
    "http://u@/x, http://u@/x|http|null|/x|null",
    "http://[::1/x?y, http://[::1/x?y|null|null|null|null",
    "//h/x, //h/x|null|h|/x|null",
    "a/b#c?d, a/b#c?d|null|null|a/b|null",
    "android-app://com.example/, android-app://com.example/|android-app|com.example|/|null",
    "about:blank, about:blank|about|null|blank|null",
    "http://h/a;b/c;d, http://h/a;b/c;d|http|h|/a;b/c|null"
  })
  void a_referer_is_split_like_a_target(String referer, String expected) {
    assertThat(
            columns(
                referred(referer),
                "referer",
                "referer_scheme",
                "referer_host",
                "referer_path",
                "referer_query"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "- ! null|null|null|null",
        "`` ! null|null|null|null",
        "a (b \\\" c) d ! a (b \\\" c) d|a|b \\\" c|d",
        "curl/7.1 ! curl/7.1|null|null|null",
        "a (b) c ! a (b) c|a|b|c",
        "a (b)c ! a (b)c|a|b|c",
        "a\t\f(b) \tc  ! a\t\f(b) \tc|a|b|c",
        "`() (x) y` ! `() (x) y|()|x|y`",
        "` (b)` ! ` (b)||b|`",
        "a () ! a ()|a||",
        "a (b ! a (b|null|null|null",
        "a b (c) ! a b (c)|null|null|null",
        "(b) c ! (b) c|null|null|null",
        "a (b (c) d) e ! a (b (c) d) e|a|b (c|d) e",
        "a\u00a0(b) ! a\u00a0(b)|null|null|null"
      })
  void an_agent_is_split_by_the_original_pattern(String agent, String expected) {
    Map<String, String> row =
        row(
            "h - - [01/Jun/2012:22:17:55 -0400] 'GET /book/x HTTP/1.1' 200 5 '-' '%s'"
                .formatted(agent));
    assertThat(columns(row, "user_agent", "product", "system", "extensions")).isEqualTo(expected);
  }

  @Test
  void bytes_that_are_not_utf_8_are_written_out_wherever_they_are() {
    String line =
        "\u00ff \u00c3 \u00c3\u00a9 [01/Jun/2012:22:17:55 -0400] \"GET /\u00c3;\u00a9?\u00e2\u0082#\u0080"
            + "\" 200 5 \"\u00ff://\u00fe/\" \"\u00ff (\u00fe) \u0000\u00c3\u00a9\"";
    Map<String, String> row = ORACLE.row(line.getBytes(ISO_8859_1), "a.gz").orElseThrow();
    List<String> texts =
        List.of(
            "host=\\xFF",
            "identity=\\xC3",
            "user=é",
            "target=/\\xC3;\\xA9?\\xE2\\x82#\\x80",
            "path=/\\xC3",
            "params=\\xA9",
            "query=\\xE2\\x82",
            "fragment=\\x80",
            "referer=\\xFF://\\xFE/",
            "referer_path=\\xFF://\\xFE/",
            "product=\\xFF",
            "system=\\xFE",
            "extensions=\0é",
            "section=\\xC3");
    assertThat(row.entrySet().stream().map(Object::toString)).containsAll(texts);
  }

  @Test
  void what_is_no_request_is_written_out_like_any_text() {
    String line = "h - - [01/Jun/2012:22:17:55 -0400] \"G\u00fe \u00c3\u00a9\" 400 5";
    assertThat(ORACLE.row(line.getBytes(ISO_8859_1), "a.gz").orElseThrow())
        .containsEntry("request", "G\\xFE é");
  }
}
