package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.FormatLines;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger's own folders hold, and what is said where it is not understood. */
class OwnLogsTest {
  private static final String COMBINED = FormatLines.all().get("combined").get(0) + "\n";
  private static final String OTHER_VHOSTS = FormatLines.all().get("vhost_combined").get(0) + "\n";
  private static final String APACHE_ERRORS =
      "[Sat Mar 02 10:00:00.123456 2024] [core:error] [pid 9] AH00126: Invalid URI\n";
  private static final String NGINX_ERRORS =
      "2024/03/02 10:00:00 [error] 9#9: *1 open() \"/x\" failed (2: No such file)\n";
  private static final String ADVICE =
      "give the server's own format with --log-format '$remote_addr ...' (LogFormat of Apache,"
          + " log_format of nginx), or a name (see --help); or ";

  @TempDir Path folder;

  private Path log(String name, String text) {
    return LogFile.writeBytes(folder.resolve("logs").resolve(name), text.getBytes(ISO_8859_1));
  }

  private CommandRun site(Object... more) {
    Object[] words = {
      "count", "--rules", "site", "--format=tsv", "--same-content=count", folder.resolve("logs")
    };
    Object[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return CommandRun.of(all);
  }

  @Test
  void nginx_on_debian() throws IOException {
    Path results = folder.resolve("results");
    log("access.log", COMBINED);
    log("access.log.1", COMBINED + COMBINED);
    log("access.log.2.gz", COMBINED);
    log("error.log", NGINX_ERRORS);
    log("error.log.2.gz", NGINX_ERRORS + NGINX_ERRORS);
    log("shop.access.log", "");

    CommandRun run = site("--output", results);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("4\t/combined/1\n");
    assertThat(run.err())
        .contains(
            "hitledger: left out file:%s/logs/error.log: it is an error log of nginx\n"
                .formatted(folder),
            "hitledger: left out file:%s/logs/error.log.2.gz: it is an error log of nginx\n"
                .formatted(folder))
        .doesNotContain("log formats found");
    assertThat(
            new ObjectMapper()
                .readTree(results.resolve("run.json").toFile())
                .at("/left_out")
                .toString())
        .contains("/logs/error.log\":\"it is an error log of nginx\"");
  }

  @Test
  void apache_on_debian() {
    log("access.log", COMBINED);
    log("access.log.1", COMBINED);
    log("access.log.2.gz", COMBINED);
    log("other_vhosts_access.log", OTHER_VHOSTS);
    log("other_vhosts_access.log.1", "");
    log("error.log", APACHE_ERRORS);

    CommandRun run = site();

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("3\t/combined/1\n1\t/vhost_combined/1\n");
    assertThat(run.err())
        .contains(
            "log formats found: combined (files: 4), vhost_combined (files: 1)\n",
            "error.log: it is an error log of Apache\n");
  }

  @Test
  void an_error_log_that_is_named_itself_is_refused() {
    CommandRun run = CommandRun.of("count", log("error.log", NGINX_ERRORS));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            ("hitledger: file:%s/logs/error.log is an error log of nginx, not an access log; name the"
                    + " access log, or the folder\n")
                .formatted(folder));
  }

  @Test
  void a_folder_in_which_all_is_left_out_is_refused() {
    log("error.log", NGINX_ERRORS);

    CommandRun run = site();

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            ("hitledger: none of the files is an access log that is understood: left out"
                    + " file:%s/logs/error.log: it is an error log of nginx\n")
                .formatted(folder));
  }

  @Test
  void what_is_not_understood_ends_the_run_and_says_where_it_stops() {
    log("access.log", COMBINED);
    log("app.log", "INFO started\n" + COMBINED + "INFO stopped\n");

    CommandRun run = site();

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            ("hitledger: file:%s/logs/app.log: its log format is not known; the closest is combined,"
                        .formatted(folder)
                    + " which 1 of 3 lines fit; line 1: INFO started; from column 13 on it should be ' '; ")
                + ADVICE
                + "leave such files out with --skip-unknown\n");
  }

  @Test
  void files_that_are_not_understood_can_be_left_out() {
    log("access.log", COMBINED);
    log("app.log", "INFO started\n");

    CommandRun run = site("--skip-unknown");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("1\t/combined/1\n");
    assertThat(run.err())
        .contains("/logs/app.log: its log format is not known; see it with detect\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "combined"})
  void a_file_whose_lines_turn_out_not_to_fit_ends_the_run(String format) {
    log("a.log", COMBINED.repeat(1_000) + "other\n".repeat(1_001));

    CommandRun run = site("--log-format", format, "--output", folder.resolve("results"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            ("hitledger: file:%s/logs/a.log: its log format is not combined: 1,001 of its 2,001 lines do"
                        .formatted(folder)
                    + " not fit; the first is line 1,001 (rejected/no_match, from column 6 on it should be"
                    + " ' '): other; nothing was published; ")
                + (format.equals("auto")
                    ? ""
                    : "leave --log-format out, so that the format of each file is found out, or ")
                + ADVICE
                + "name the other files alone\n");
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void each_file_with_rejected_lines_is_noted_with_the_first() {
    log("a.gz", COMBINED + COMBINED + "junk \u001b[2J\n" + "trash\n");
    log("b.log", COMBINED + COMBINED.replace("02/Mar", "31/Feb"));

    CommandRun run = site();

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains(
            "/logs/a.gz: the first rejected line is line 3 (rejected/no_match, from column 10 on it should"
                + " be ' '): junk \\x1B[2J\n",
            "/logs/b.log: the first rejected line is line 2 (rejected/bad_time): 192.0.2.1 - - [31/Feb");
  }

  @Test
  void under_a_privacy_option_no_line_is_shown() {
    CommandRun run =
        CommandRun.of(
            "hits",
            "--drop-query",
            "--output",
            folder.resolve("results"),
            log("a.log", COMBINED + "192.0.2.77 secret\n"));

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("the first rejected line is line 2 (rejected/no_match, from column 18 on")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({"u_ex.log", "u_ex.log.gz"})
  void a_w3c_log_is_read_from_its_start_whatever_its_size(String name) {
    String header = "#Software: IIS\n" + FormatLines.all().get("w3c").get(0) + "\n";
    String line = FormatLines.all().get("w3c").get(1) + "\n";
    String swapped = header.replace("cs-method cs-uri-stem", "cs-uri-stem cs-method");
    log(
        name,
        header
            + String.join("", Collections.nCopies(100, line))
            + swapped
            + String.join("", Collections.nCopies(50, line.replace("GET /w3c/1", "/w3c/2 GET"))));
    log("plain.log", COMBINED.repeat(20));
    String setting = "spark.sql.files.maxPartitionBytes";
    SharedSpark.session().conf().set(setting, 256);
    try {
      CommandRun run = site();

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).isEqualTo("100\t/w3c/1\n50\t/w3c/2\n20\t/combined/1\n");
      assertThat(run.err()).containsPattern("(?m)^  ignored/header +4$");
    } finally {
      SharedSpark.session().conf().unset(setting);
    }
  }

  @Test
  void a_w3c_log_without_fields_is_not_understood() {
    CommandRun run =
        CommandRun.of(
            "count",
            "--log-format=w3c",
            log("u_ex.log", FormatLines.all().get("w3c").get(1) + "\n"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "its log format is not w3c: 1 of its 1 lines do not fit; the first is line 1"
                + " (rejected/no_match, from column 1 on it should be a line that begins with #Fields:"
                + " before it): 2024-03-02 09:00:06 10.0.0.4 GET");
  }

  @Test
  void a_run_whose_times_are_all_of_another_kind_says_so() {
    log("a.log", COMBINED.replaceFirst("\\[[^\\]]*\\]", "[2024-03-02T10:00:01+01:00]"));

    CommandRun run = site();

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains(
            "hitledger: no line has a time that its log format knows (rejected/bad_time: 1); give the"
                + " server's own format with --log-format '$remote_addr ...'");
  }

  @Test
  void error_logs_are_never_the_same_log_twice() {
    log("access.log", COMBINED);
    String errors = "2024/03/02 10:00:00 [error] 9#9: *1 open() \"/x\" failed\n";
    log("error.log", errors);
    log("error.log.1", errors);

    CommandRun run =
        CommandRun.of("count", "--rules=site", "--same-content=fail", folder.resolve("logs"));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("equal content");
  }

  @Test
  void a_client_before_the_site_is_not_taken_for_it() {
    log(
        "a.log",
        "203.0.113.9 shop.example - [02/Mar/2024:10:00:01 +0100] \"GET /a HTTP/1.1\" 200 5 \"-\" \"x\"\n"
            .replace("shop.example -", "shop.example - -"));

    CommandRun run = site();

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("a.log: its log format is not known").contains(ADVICE);
  }

  @Test
  void json_with_keys_of_its_own_is_shown_with_them() {
    log("a.json", "{\"when\":\"2024-03-02T10:00:01Z\",\"url\":\"/a\"}\n");

    CommandRun run = site();

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "; its keys are when, url; say what the keys of JSON tell with --log-format 'json:")
        .endsWith(" are needed); or leave such files out with --skip-unknown\n");
    assertThat(site("--log-format", "json:time=when,target=url").out()).isEqualTo("1\t/a\n");
  }

  @Test
  void a_path_out_of_json_forges_no_row() {
    log(
        "caddy.log",
        FormatLines.all().get("caddy").get(0).replace("/caddy/1", "/x\\n9\\t/forged") + "\n");

    CommandRun run = site();

    assertThat(run.out()).isEqualTo("1\t/x\\x0A9\\x09/forged\n");
  }

  @Test
  void a_string_of_the_servers_own_reads_what_no_name_does() {
    log("a.log", "02/Mar/2024:10:00:01 +0100|192.0.2.1|GET /a b HTTP/1.1|0.5\n");

    assertThat(site().code()).isEqualTo(3);
    CommandRun run = site("--log-format", "$time_local|$remote_addr|$request|$request_time");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("1\t/a b\n");
    assertThat(site("--log-format", "combinde").code()).isEqualTo(2);
  }

  @Test
  void a_mistake_in_a_string_has_a_caret_below_it() {
    CommandRun run = site("--log-format", "%t %z");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines())
        .hasSize(3)
        .first(STRING)
        .startsWith("hitledger: --log-format: ")
        .contains("%z");
    assertThat(run.err()).endsWith("\n  %t %z\n     ^\n");
  }
}
