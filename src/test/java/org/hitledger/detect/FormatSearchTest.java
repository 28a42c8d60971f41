package org.hitledger.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hitledger.logformat.LogFormats;
import org.hitledger.oracle.LogWriter;
import org.hitledger.testing.FormatLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatSearchTest {
  private static final FormatSearch SEARCH = new FormatSearch(ZoneOffset.UTC);

  private static Finding find(List<String> lines) {
    return SEARCH.find((String.join("\n", lines) + "\n").getBytes(UTF_8));
  }

  private static Stream<String> names() {
    return LogFormats.names().stream();
  }

  @Test
  void each_format_has_lines_here() {
    assertThat(FormatLines.all().keySet()).containsExactlyInAnyOrderElementsOf(LogFormats.names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void each_is_found_by_one_line_and_by_ten(String format) {
    List<String> lines = FormatLines.all().get(format);
    for (int count = 1; count <= 10; count++) {
      var some = new ArrayList<>(lines.subList(0, lines.size() - 1));
      some.addAll(Collections.nCopies(count - 1, lines.get(lines.size() - 1)));

      assertThat(find(some))
          .as("%d lines", count)
          .isInstanceOfSatisfying(
              Finding.Known.class, known -> assertThat(known.format()).isEqualTo(format));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void half_of_the_lines_are_enough(String format) {
    var lines = new ArrayList<>(FormatLines.all().get(format));
    lines.addAll(List.of("garbage", "", "more garbage"));

    assertThat(find(lines))
        .isInstanceOfSatisfying(
            Finding.Known.class,
            known -> {
              assertThat(known.format()).isEqualTo(format);
              assertThat(known.fitting()).isEqualTo(2);
              assertThat(known.lines()).isEqualTo(4);
              assertThat(known.misfit().orElseThrow().line()).isEqualTo("garbage");
            });

    lines.add("too much of it");
    assertThat(find(lines))
        .isInstanceOfSatisfying(
            Finding.Unknown.class,
            unknown -> {
              assertThat(unknown.closest()).isEqualTo(format);
              assertThat(unknown.fitting()).isEqualTo(2);
              assertThat(unknown.misfit().line()).isEqualTo("garbage");
            });
  }

  @Test
  void a_file_without_a_whole_line_is_understood_and_empty() {
    assertThat(SEARCH.find(new byte[0])).isInstanceOf(Finding.Known.class);
    assertThat(SEARCH.find("half a li".getBytes(UTF_8))).isInstanceOf(Finding.Known.class);
    assertThat(find(List.of("", "  "))).isInstanceOf(Finding.Known.class);
  }

  @Test
  void a_byte_order_mark_and_carriage_returns_are_no_part_of_lines() {
    String line = FormatLines.all().get("combined").get(0);
    assertThat(SEARCH.find(("\uFEFF" + line + "\r\n").getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Finding.Known.class, known -> assertThat(known.fitting()).isEqualTo(1));
  }

  @Test
  void some_lines_with_a_word_in_front_do_not_make_a_host_a_site() {
    String line = FormatLines.all().get("combined").get(0);
    assertThat(find(List.of(line, line, "copied " + line)))
        .isInstanceOfSatisfying(
            Finding.Known.class,
            known -> {
              assertThat(known.format()).isEqualTo("combined");
              assertThat(known.fitting()).isEqualTo(2);
            });
  }

  @Test
  void a_time_that_is_none_is_in_its_place() {
    String line = FormatLines.all().get("combined").get(0).replace("02/Mar", "31/Feb");
    assertThat(find(List.of(line, line, line.replace("31/Feb", "01/Feb"))))
        .isInstanceOfSatisfying(
            Finding.Known.class, known -> assertThat(known.fitting()).isEqualTo(3));
  }

  @Test
  void a_line_of_the_page_on_caddys_logs_is_one_of_caddy() {
    String line =
        """
        {"level":"info","ts":1646861401.5241024,"logger":"http.log.access","msg":"handled request",\
        "request":{"remote_ip":"127.0.0.1","client_ip":"127.0.0.1","proto":"HTTP/2.0","method":"GET",\
        "host":"localhost","uri":"/","headers":{"User-Agent":["curl/7.82.0"]}},"bytes_read":0,\
        "user_id":"","duration":0.000929675,"size":10900,"status":200}""";
    assertThat(find(List.of(line)))
        .isInstanceOfSatisfying(
            Finding.Known.class, known -> assertThat(known.format()).isEqualTo("caddy"));
  }

  /** With odd users, sites and agents among them. */
  @ParameterizedTest
  @MethodSource("names")
  void what_a_server_writes_is_found(String format) {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("FormatSearchTest: -Dhitledger.seed=" + seed);
    var log = new ByteArrayOutputStream();
    LongStream.range(seed, seed + 200)
        .mapToObj(number -> LogWriter.write(format, LogWriter.access(number)))
        .forEach(
            line -> {
              line.headers().forEach(header -> add(header, log));
              add(line.bytes(), log);
            });
    assertThat(SEARCH.find(log.toByteArray()))
        .isInstanceOfSatisfying(
            Finding.Known.class, known -> assertThat(known.format()).isEqualTo(format));
  }

  private static void add(byte[] line, ByteArrayOutputStream log) {
    log.writeBytes(line);
    log.write('\n');
  }

  private static Finding.Unknown unknown(String... lines) {
    return (Finding.Unknown) find(List.of(lines));
  }

  @Test
  void the_closest_format_is_one_of_the_same_kind() {
    assertThat(unknown("{\"when\":\"x\",\"http\":{\"url\":\"/a\",\"code\":200}}"))
        .satisfies(
            json -> {
              assertThat(json.closest()).isEqualTo("caddy");
              assertThat(json.keys()).containsExactly("when", "http.url", "http.code");
            });
    assertThat(
            unknown("2024-03-02 09:00:06 10.0.0.4 GET /e/f.aspx q=1 443 - 198.51.100.10").closest())
        .isEqualTo("w3c");
    assertThat(
            unknown("#Software: x", "#Fields: date cs-uri-stem", "2024-03-02 /a")
                .misfit()
                .mismatch()
                .expected())
        .startsWith("other fields than [date, cs-uri-stem]: the log format has no time");
    assertThat(
            unknown(
                    "Mar  2 10:00:10 lb1 haproxy[14]: 198.51.100.14:33317"
                        + " [02/Mar/2024:10:00:10.655] web~ app/s1 1/0 212 -- 1/1/1/1/0 0/0")
                .closest())
        .isEqualTo("haproxy");
  }

  @Test
  void headers_alone_are_a_log_of_any_fields() {
    assertThat(find(List.of("#Version: 1.0", "#Fields: date time c-ip cs-uri-stem")))
        .isEqualTo(new Finding.Known("w3c", 0, 0, Optional.empty()));
  }

  @Test
  void logs_of_errors_are_told_from_others() {
    assertThat(
            find(
                List.of(
                    "[Sat Mar 02 10:00:00.123456 2024] [core:error] [pid 9] AH00126: Invalid URI",
                    "[Sat Mar 02 10:00:01.123456 2024] [mpm_event:notice] [pid 9:tid 1] AH00489: x")))
        .isEqualTo(new Finding.ErrorLog("Apache"));
    assertThat(
            find(
                List.of(
                    "2024/03/02 10:00:00 [error] 9#9: *1 open() \"/x\" failed (2: No such file)",
                    "2024/03/02 10:00:00 [notice] 9#9: signal 1 (SIGHUP) received")))
        .isEqualTo(new Finding.ErrorLog("nginx"));
  }

  @Test
  void a_misfit_says_where_it_stops_and_steers_no_terminal() {
    assertThat(find(List.of("1.2.3.4 - - \u001b[2J oh")))
        .isInstanceOfSatisfying(
            Finding.Unknown.class,
            unknown ->
                assertThat(unknown.misfit())
                    .hasToString(
                        "line 1: 1.2.3.4 - - \\x1B[2J oh; from column 11 on it should be ' ['"));
  }
}
