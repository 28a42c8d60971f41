package org.hitledger.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.LogFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of hits, or of a ledger, is the page of their logs. */
class ReportFromTest {
  private static final String DAY =
      """
      192.0.2.1 - - [%1$s/Jun/2012:12:17:55 +0000] "GET /a?q HTTP/1.1" 200 5 "http://www.google.com/" "Mozilla/5.0 (X11; Linux x86_64; rv:9.0) Gecko/20100101 Firefox/9.0"
      192.0.2.1 - - [%1$s/Jun/2012:12:17:56 +0000] "GET /a.css HTTP/1.1" 200 7 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:9.0) Gecko/20100101 Firefox/9.0"
      192.0.2.2 - - [%1$s/Jun/2012:23:17:55 +0000] "GET /b/\\xE9 HTTP/1.1" 404 5 "-" "Googlebot/2.1"
      192.0.2.3 - - [%1$s/Jun/2012:23:18:55 +0000] "-" 408 - "-" "-"

      no access
      """;

  @TempDir Path folder;
  private Path logs;

  @BeforeEach
  void write_logs() {
    logs = folder.resolve("logs");
    for (String day : List.of("01", "02", "03")) {
      LogFile.writeBytes(
          logs.resolve("access.log-201206" + day), DAY.formatted(day).getBytes(UTF_8));
    }
  }

  private static void run(Object... words) {
    CommandRun run = CommandRun.of(words);
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** All but the lines that say of what it is, and when and how it was made. */
  private Document page(Object... words) {
    Path page = folder.resolve("page.html");
    run(
        Stream.concat(Stream.of("report", "--overwrite", "--output", page), Stream.of(words))
            .toArray());
    try {
      Document document = Jsoup.parse(Files.readString(page));
      document.select("header p.subject").first().remove();
      document.select("#balance p.about").remove();
      return document;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_page_of_hits_is_that_of_their_logs_by_the_same_rules_and_by_others() {
    Path hits = folder.resolve("hits");
    run("hits", "--rules=site", logs, "--output", hits);
    for (List<String> options :
        List.of(
            List.of("--rules=site"),
            List.of("--rules=site", "--section=b"),
            List.of("--rules=site", "--people", "--zone=Asia/Tokyo"),
            List.of(
                "--rules=site",
                "--since=2012-06-02",
                "--until=2012-06-03",
                "--compare=previous"))) {
      Object[] ofLogs = Stream.concat(options.stream(), Stream.of(logs)).toArray();
      Object[] ofHits = Stream.concat(options.stream(), Stream.of("--from", hits)).toArray();
      assertThat(page(ofHits).html()).as(options.toString()).isEqualTo(page(ofLogs).html());
    }
  }

  @Test
  void a_page_of_a_ledger_is_that_of_all_logs_it_has_taken_in() throws IOException {
    Path ledger = folder.resolve("ledger");
    Path last = logs.resolve("access.log-20120603");
    byte[] lines = Files.readAllBytes(last);
    Files.delete(last);
    run("update", "--ledger", ledger, "--rules=site", logs);
    LogFile.writeBytes(last, lines);
    run("update", "--ledger", ledger, "--rules=site", logs);
    assertThat(page("--rules=site", "--from", ledger).html())
        .isEqualTo(page("--rules=site", logs).html());
  }

  @Test
  void what_hits_cannot_answer_is_refused() {
    CommandRun run =
        CommandRun.of(
            "report",
            "--from",
            folder,
            "--log-format=common",
            "--output",
            folder.resolve("a.html"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("hitledger: --log-format cannot go with --from: logs were read when the hits");
  }
}
