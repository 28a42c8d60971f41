package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hitledger.oracle.Oracle.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The oracle against answers that were written down by hand: what follows from a sentence of the
 * definitions. The golden table has tests of its own. In most cases a quote is written as an
 * apostrophe.
 */
class OracleTest {
  private static final String TIME = "01/Jun/2012:22:17:55 -0400";

  private static final String REQUEST = "GET /book/a/b.html HTTP/1.1";

  private static final String PATH = "/book/a/b.html";

  /** A row of hits has no entry for what is null. */
  private static final String NONE = "none";

  private static final Oracle BOOK = Oracle.withDefaults();

  private static final Oracle SITE = Oracle.forSite();

  private static Judgement judged(Oracle oracle, String line) {
    return oracle.judge(line.getBytes(UTF_8));
  }

  private static Judgement counted(String path) {
    return new Judgement("counted", path);
  }

  private static String line(String user, String time, String request, String end) {
    return "1.2.3.4 - " + user + " [" + time + "] \"" + request + "\" " + end;
  }

  private static String requested(String request) {
    return line("-", TIME, request, "200 5 \"-\" \"x\"");
  }

  private static String targeted(String target) {
    return requested("GET " + target + " HTTP/1.1");
  }

  private static String timed(String time) {
    return line("-", time, REQUEST, "200 5 \"-\" \"x\"");
  }

  private static String ended(String end) {
    return line("-", TIME, REQUEST, end);
  }

  private static String withAgent(String agent) {
    return ended("200 5 \"-\" \"" + agent + "\"");
  }

  private static String field(String line, String column) {
    return new HitOracle(BOOK)
        .row(line.getBytes(UTF_8), "a.gz")
        .orElseThrow()
        .getOrDefault(column, NONE);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        // one escaped, one not
        "a\\'  'x, a\\'  'x",
        "a\\\\' 'x, a\\\\",
        "a\\\\\\' 'x, a\\\\\\' 'x",
        // a quote inside counts only before whitespace or the end
        "a'b, a'b",
        "a'b' c, a'b",
        "a 'b' c, a 'b",
        "' x, none",
        "'x, 'x"
      })
  void an_agent_ends_at_the_first_quote_before_whitespace_or_the_end(
      String agent, String expected) {
    assertThat(field(withAgent(agent.replace('\'', '"')), "user_agent"))
        .isEqualTo(expected.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'-' 'a'x'b, a",
        "'-' 'a\\'x'b, a\\'x",
        "'-' ''x, none",
        // only read a second time
        "'-' 'a\\'x'b\\, a\\'x",
        "'-' 'a\\'x, a\\",
        "'-' 'a\\'x\\', a\\'x\\"
      })
  void an_agent_ends_at_the_first_quote_where_none_is_before_whitespace(
      String tail, String expected) {
    assertThat(field(ended("200 5 " + tail.replace('\'', '"')), "user_agent"))
        .isEqualTo(expected.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'' 'x', none",
        "'a\\' \\'b' 'x', a\\' \\'b",
        "'a' 'b' 'x', a",
        "'a\\\\' 'b' 'x', a\\\\",
        "'a\\' 'b' 'x', a\\' 'b",
        "'C:\\' 'x', C:\\",
        // what the first quote would begin is never closed
        "'a' 'b\\' 'x, a"
      })
  void a_referer_ends_at_the_first_unescaped_quote_before_a_quoted_agent(
      String tail, String expected) {
    assertThat(field(ended("200 5 " + tail.replace('\'', '"')), "referer"))
        .isEqualTo(expected.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "GET /book/a' 200 x HTTP/1.1, /book/a' 200 x",
        "GET /book/a' 200 5 x HTTP/1.1, /book/a' 200 5 x",
        "GET /book/a\\' 200 5 '-' 'x' HTTP/1.1, /book/a\\' 200 5 '-' 'x'",
        "GET /book/a' 200 5 '-' 'x' HTTP/1.1, /book/a",
        "GET /book/a' - - '-' 'x' HTTP/1.1, /book/a",
        "GET /book/a\\\\' 200 5 '-' 'x' HTTP/1.1, /book/a\\\\",
        "GET /book/a\\, /book/a\\",
        "GET /book/a\\\\, /book/a\\\\"
      })
  void a_request_ends_at_the_first_unescaped_quote_with_which_the_rest_fits(
      String request, String path) {
    assertThat(judged(BOOK, requested(request.replace('\'', '"'))))
        .isEqualTo(counted(path.replace('\'', '"')));
  }

  @Test
  void a_line_cut_off_inside_a_quoted_field_is_no_match_in_either_reading() {
    String line = withAgent("x");
    assertThat(List.of("\" 200", "\" 200 5 \"", "\" 200 5 \"-", "\" 200 5 \"-\" \""))
        .allSatisfy(
            last ->
                assertThat(judged(BOOK, line.substring(0, line.indexOf(last) + last.length())))
                    .isEqualTo(new Judgement("rejected/no_match", "")));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3.4 - [, counted",
    "1.2.3.4 -\t [, counted",
    "1.2.3.4 [x] [, counted",
    "1.2.3.4 - a[b] [, counted",
    "1.2.3.4 - a b c [, counted",
    "1.2.3.4 [, rejected/no_match",
    "1.2.3.4 - -[, rejected/no_match",
    "' 1.2.3.4 - - [', rejected/no_match",
    // a word before a bracket is a user
    "1.2.3.4 - [x] [, counted",
    "1.2.3.4 - [ [, counted",
    // this bracket is the first one behind whitespace
    "1.2.3.4 - [x] y [, rejected/bad_time",
    "1.2.3.4 -  [ x [, rejected/bad_time",
    "1.2.3.4 - - [x [, rejected/bad_time"
  })
  void the_time_begins_behind_a_word_or_at_the_first_bracket_behind_whitespace(
      String start, String label) {
    String line = start + TIME + "] \"" + REQUEST + "\" 200 5";
    assertThat(judged(BOOK, line).label()).isEqualTo(label);
  }

  @Test
  void the_time_ends_at_the_first_bracket_before_whitespace_and_a_quote() {
    assertThat(judged(BOOK, timed(TIME + "] \"a")).label()).isEqualTo("filtered/no_request");
    assertThat(judged(BOOK, timed(TIME + "]\t \"GET /x")).label())
        .isEqualTo("filtered/outside_section");
    assertThat(judged(BOOK, timed(TIME + "]x")).label()).isEqualTo("rejected/bad_time");
    assertThat(judged(BOOK, timed(TIME + "]\"")).label()).isEqualTo("rejected/bad_time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01/Jun/2012:22:17:60 -0400",
        "01/Jun/2012:22:17:55.250 -0400",
        "01/Jun/2012:22:17:55.1 -0400",
        "01/Jun/2012:22:17:55.123456789012345678901234567890 -0400",
        "30/Jun/2012:23:59:60.999999 +0000"
      })
  void leap_seconds_and_fractions_are_times(String time) {
    assertThat(judged(BOOK, timed(time))).isEqualTo(counted(PATH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30/Jun/2012:23:59:61 +0000",
        "30/Jun/2012:23:60:00 +0000",
        "31/Jun/2012:23:59:60 +0000",
        "01/Jun/2012:22:17:55. -0400",
        "01/Jun/2012:22:17:55,250 -0400",
        "01/Jun/2012:22:17:55.250-0400",
        "01/Jun/2012:22:17:55 .250 -0400",
        "01/Jun/2012:22:17:55 -0400.250",
        "01/Jun/2012:22:17:55.25.0 -0400",
        "01/Jun/2012:22:17.5 -0400"
      })
  void other_times_are_bad_also_where_there_is_no_request(String time) {
    assertThat(judged(BOOK, timed(time)).label()).isEqualTo("rejected/bad_time");
    assertThat(judged(BOOK, line("-", time, "-", "408 -")).label()).isEqualTo("rejected/bad_time");
    assertThat(judged(BOOK, line("-", time, "GET //[", "408 -")).label())
        .isEqualTo("rejected/bad_time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "GET",
        "GET ",
        " GET\t",
        "/book/x HTTP/1.1",
        "- /book/x HTTP/1.1",
        "123 /book/x HTTP/1.1",
        "G(T /book/x HTTP/1.1",
        "GÉT /book/x HTTP/1.1",
        "\\x16\\x03 /book/x HTTP/1.1",
        "\"GET /book/x HTTP/1.1",
        "GET\u00a0/book/x\u00a0HTTP/1.1"
      })
  void what_does_not_begin_with_a_method_is_no_request(String request) {
    assertThat(judged(BOOK, requested(request)).label()).isEqualTo("filtered/no_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "x", "1a", "M-SEARCH", "!#$%&'*+.^_`|~-09z"})
  void every_token_with_a_letter_is_a_method(String method) {
    assertThat(judged(BOOK, requested(method + " /book/x HTTP/1.1"))).isEqualTo(counted("/book/x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1", "HTTP/2", "http/10.22", "RTSP/1.0", "h/0"})
  void a_last_word_is_the_protocol_if_it_looks_like_one(String word) {
    assertThat(judged(BOOK, requested(" GET  /book/x\t" + word + " ")))
        .isEqualTo(counted("/book/x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP", "HTTP/", "HTTP/1.", "HTTP/.1", "HTTP/1.1.1", "HTTP/x", "H2/1", "/1", "-"})
  void another_last_word_belongs_to_the_target(String word) {
    assertThat(judged(SITE, requested("GET x " + word))).isEqualTo(counted("x " + word));
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT [::1]:443 HTTP/1.1, filtered/empty_path",
    "CONNECT http://h/book/x HTTP/1.1, filtered/empty_path",
    "CONNECT /book/x, filtered/empty_path",
    "CONNECT [::1:443 HTTP/1.1, filtered/bad_target",
    "CONNECT h/book/x] HTTP/1.1, filtered/bad_target",
    "connect http://h/book/x HTTP/1.1, counted",
    "GET //[x/book/x HTTP/1.1, filtered/bad_target",
    "GET //h/book/[x HTTP/1.1, counted"
  })
  void the_target_of_a_connect_is_an_authority(String request, String label) {
    assertThat(judged(BOOK, requested(request)).label()).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "/, counted",
    "///, counted",
    "/x, counted",
    "/all, counted",
    "/index.php, counted",
    "http://h, filtered/empty_path",
    "http://h/, counted",
    "?x, filtered/empty_path",
    ";x, filtered/empty_path",
    "/robots.txt, filtered/excluded_name",
    "/ROBOTS.TXT, counted",
    "/a/favicon.ico/b, filtered/excluded_name",
    "/a.PNG, filtered/excluded_extension",
    "/a.Woff2?x, filtered/excluded_extension",
    "/a.eot;v, filtered/excluded_extension",
    "/a.png/, counted",
    "/a.html, counted",
    "/a.pngx, counted"
  })
  void a_site_is_all_of_its_paths_but_names_and_extensions(String target, String label) {
    assertThat(judged(SITE, targeted(target)).label()).isEqualTo(label);
  }

  @Test
  void all_extensions_of_a_site_are_excluded_in_any_case() {
    assertThat(Oracle.siteExtensions())
        .hasSize(18)
        .flatMap(extension -> List.of(extension, extension.toUpperCase(Locale.ROOT)))
        .allSatisfy(
            extension ->
                assertThat(judged(SITE, targeted("/a" + extension)).label())
                    .isEqualTo("filtered/excluded_extension"));
  }

  @Test
  void case_is_that_of_ascii_letters() {
    Oracle oracle = new Oracle("all", List.of(), List.of(".Ä"), true);
    assertThat(judged(oracle, targeted("/a.Ä")).label()).isEqualTo("filtered/excluded_extension");
    assertThat(judged(oracle, targeted("/a.ä")).label()).isEqualTo("counted");
  }

  /** Only what occurs is compared: lines that are all of one class would find no mistake. */
  @Test
  void lines_of_servers_fall_into_every_class_and_are_the_same_for_a_seed() {
    List<byte[]> lines = LinesOfServers.some(5_000, 1);
    Map<String, Long> seen =
        lines.stream()
            .map(line -> BOOK.judge(line).label())
            .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
    assertThat(seen)
        .containsOnlyKeys(
            "blank",
            "rejected/no_match",
            "rejected/bad_time",
            "filtered/no_request",
            "filtered/bad_target",
            "filtered/empty_path",
            "filtered/excluded_name",
            "filtered/excluded_extension",
            "filtered/outside_section",
            "counted")
        .allSatisfy((label, times) -> assertThat(times).as(label).isGreaterThanOrEqualTo(20));
    assertThat(LinesOfServers.some(5_000, 1)).containsExactlyElementsOf(lines);
    assertThat(lines).noneMatch(line -> new String(line, UTF_8).contains("\n"));
  }
}
