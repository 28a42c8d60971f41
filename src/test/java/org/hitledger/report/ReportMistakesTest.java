package org.hitledger.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.HostileText;
import org.hitledger.testing.Inert;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no report, and reports of what strangers write. */
class ReportMistakesTest {
  private static final String LINE =
      "192.0.2.1 - - [01/Jun/2012:12:17:55 +0000] \"GET /a HTTP/1.1\" 200 5 \"-\" \"A\"\n";

  @TempDir Path folder;
  private Path log;
  private Path page;

  @BeforeEach
  void write_a_log() {
    log = LogFile.writeBytes(folder.resolve("logs/a.log"), LINE.getBytes(UTF_8));
    page = folder.resolve("page.html");
  }

  private CommandRun report(Object... words) {
    return CommandRun.of(
        Stream.concat(Stream.of("report", "--rules=site", log), Stream.of(words)).toArray());
  }

  private void requireRefused(String message, Object... words) {
    CommandRun run = report(words);
    assertThat(run.err()).isEqualTo("hitledger: " + message + "\n");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void an_older_page_is_replaced_if_that_is_asked_for() throws IOException {
    assertThat(report("--output", page).code()).isZero();
    String older = Files.readString(page);
    requireRefused(
        "--output file:%s exists; name another file, or replace it with --overwrite"
            .formatted(page),
        "--output",
        page);
    assertThat(page).hasContent(older);
    LogFile.writeBytes(log, LINE.repeat(2).getBytes(UTF_8));
    assertThat(report("--output", page, "--overwrite").code()).isZero();
    assertThat(ReportPage.of(page).fact("Accesses").get(0)).isEqualTo("2");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("logs", "page.html");
  }

  @Test
  void what_is_no_page_stays() throws IOException {
    String message =
        "--output file:%s is no page of ours; --overwrite replaces only those, so name another file"
            .formatted(page);
    for (String text : List.of("", "mine", "<!DOCTYPE html><p>Hitledger</p>")) {
      Files.writeString(page, text);
      requireRefused(message, "--output", page);
      requireRefused(message, "--output", page, "--overwrite");
      assertThat(page).hasContent(text);
    }
  }

  @Test
  void a_page_needs_a_folder() {
    requireRefused(
        "--output file:%1$s is a folder; name a file, such as file:%1$s/report.html"
            .formatted(folder),
        "--output",
        folder);
    requireRefused(
        "--output file:%s/none/a.html: its folder does not exist; make it, or name another file"
            .formatted(folder),
        "--output",
        folder.resolve("none/a.html"));
    requireRefused("Missing required option: '--output=FILE.html'; see --help");
  }

  @Test
  void two_periods_are_told_and_apart() {
    String length =
        "--compare previous needs to know how long the period is: give --since and --until";
    requireRefused(length, "--output", page, "--compare=previous");
    requireRefused(length, "--output", page, "--compare=previous", "--until=2012-06-02");
    requireRefused(length, "--output", page, "--compare=previous", "--since=2012-06-02");
    String common =
        "the period of --compare-since and --compare-until has a part of the period of the report;"
            + " limit that by --since and --until";
    requireRefused(
        common,
        "--output",
        page,
        "--since=2012-06-02",
        "--compare-since=2012-06-01",
        "--compare-until=2012-06-02T00:01");
    requireRefused(
        "--compare-since and --compare-until go together: give both, or --compare previous",
        "--output",
        page,
        "--compare-until=2012-06-02");
    assertThat(page).doesNotExist();
  }

  @Test
  void a_log_without_an_access_has_a_page() {
    LogFile.writeBytes(log, "\n\n".getBytes(UTF_8));
    CommandRun run = report("--output", page);
    assertThat(run.code()).as(run.err()).isZero();
    ReportPage empty = ReportPage.of(page);
    assertThat(empty.fact("Accesses")).containsExactly("0", "0 by people, 0 by crawlers");
    assertThat(empty.document().title()).isEqualTo("Accesses, no access");
    assertThat(empty.balance()).containsOnly(Map.entry("lines read", 2L), Map.entry("blank", 2L));
    assertThat(PanelQuery.all()).allSatisfy(panel -> assertThat(empty.rows(panel.id())).isEmpty());
  }

  /** Each text in each field that a table shows; a line of its own for each. */
  @Test
  void strangers_texts_are_only_text() throws IOException {
    Stream<String> texts =
        Stream.concat(
            HostileText.texts().filter(text -> !text.contains("\n")),
            Stream.of(
                "</td></table><img src=x onerror=FORGED()>",
                "' onmouseover='FORGED()",
                "--></script><script>FORGED()</script><!--",
                "&lt;b&gt;&amp;",
                "{{FORGED}}${FORGED}",
                "caf\u00e9\u00ff",
                "w".repeat(100_000)));
    LogFile.write(log, texts.map(ReportMistakesTest::line).toList());
    CommandRun run = report("--output", page);
    assertThat(run.code()).as(run.err()).isZero();

    ReportPage hostile = ReportPage.of(page);
    assertThat(hostile.document().select("script")).hasSize(1);
    assertThat(hostile.document().select("style")).hasSize(1);
    assertThat(hostile.document().select("img, iframe, object, link, base, form, b")).isEmpty();
    assertThat(hostile.document().select("body *"))
        .allSatisfy(
            element ->
                assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    assertThat(hostile.document().select("a[href]").eachAttr("href"))
        .allMatch(to -> to.startsWith("#"));
    assertThat(hostile.document().select("td.t"))
        .isNotEmpty()
        .allSatisfy(cell -> assertThat(cell.children()).isEmpty())
        .allSatisfy(cell -> assertThat(cell.wholeText()).hasSizeLessThan(600));
    Inert.requireInert(Files.readString(page).replace("\t", " "));
    assertThat(hostile.rows("pages"))
        .contains(
            "/&lt\t1\t1\t5\t0",
            "/</td></table><img src=x onerror=FORGED()>\t1\t1\t5\t0",
            "/caf\\xE9\\xFF\t1\t1\t5\t0");
    assertThat(Files.size(page)).isLessThan(700_000);
  }

  private static byte[] line(String text) {
    String quoted = text.replace("\"", "\\\"");
    return "%s - - [01/Jun/2012:12:17:55 +0000] \"GET /%s HTTP/1.1\" 200 5 \"http://%s/\" \"%s\""
        .formatted(text.replaceAll("\\s", "_"), quoted, quoted, quoted)
        .getBytes(text.startsWith("caf") ? ISO_8859_1 : UTF_8);
  }
}
