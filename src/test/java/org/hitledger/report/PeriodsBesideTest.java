package org.hitledger.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which hours, days and months of two periods stand beside each other. */
@Full
class PeriodsBesideTest {
  @TempDir Path folder;

  private ReportPage report(List<String> times, String... options) {
    Path log = folder.resolve("a.log");
    LogFile.write(
        log,
        times.stream()
            .map("h - - [%s] \"GET /book/a HTTP/1.1\" 200 5"::formatted)
            .map(line -> line.getBytes(UTF_8))
            .toList());
    Path page = folder.resolve("report.html");
    CommandRun run =
        CommandRun.of(
            Stream.of(Stream.of("report", "--output", page), Arrays.stream(options), Stream.of(log))
                .flatMap(words -> words)
                .toArray());
    assertThat(run.code()).as(run.err()).isZero();
    return ReportPage.of(page);
  }

  /** Accesses by people, and those of the period beside it. */
  private static List<String> accesses(ReportPage page) {
    List<String> now = firsts(page.periods());
    List<String> before = firsts(page.periodsBefore());
    return Stream.iterate(0, i -> i < now.size(), i -> i + 1)
        .map(i -> page.periodNames().get(i) + ": " + now.get(i) + " " + before.get(i))
        .toList();
  }

  private static List<String> firsts(List<String> rows) {
    return rows.stream().map(row -> row.split("\t", -1)[0]).toList();
  }

  @Test
  void of_a_longer_period_as_many_as_the_report_has() {
    ReportPage page =
        report(
            List.of(
                "01/May/2012:01:00:00 +0000",
                "01/May/2012:03:00:00 +0000",
                "03/May/2012:00:00:00 +0000",
                "01/Jun/2012:02:00:00 +0000",
                "01/Jun/2012:02:59:59 +0000"),
            "--since=2012-06-01",
            "--until=2012-06-02",
            "--compare-since=2012-05-01",
            "--compare-until=2012-05-31");
    assertThat(accesses(page))
        .containsExactly(
            "2012-06-01T01:00Z 2012-05-01T01:00Z: 0 1",
            "2012-06-01T02:00Z 2012-05-01T02:00Z: 2 0",
            "2012-06-01T03:00Z 2012-05-01T03:00Z: 0 1");
    assertThat(page.heatBefore()).isEqualTo(Map.of("2 1", 1L, "2 3", 1L, "4 0", 1L));
  }

  @Test
  void behind_the_end_of_a_shorter_one_there_is_none() {
    ReportPage page =
        report(
            List.of(
                "31/May/2012:22:00:00 +0000",
                "01/Jun/2012:00:00:00 +0000",
                "01/Jun/2012:02:00:00 +0000"),
            "--since=2012-06-01",
            "--compare-since=2012-05-31T22:00",
            "--compare-until=2012-06-01");
    assertThat(accesses(page))
        .containsExactly(
            "2012-06-01T00:00Z 2012-05-31T22:00Z: 1 1",
            "2012-06-01T01:00Z 2012-05-31T23:00Z: 0 0",
            "2012-06-01T02:00Z: 1 ");
  }

  @Test
  void a_period_without_a_start_begins_with_its_first_access() {
    ReportPage page =
        report(
            List.of(
                "01/Jan/2012:05:00:00 +0000",
                "09/Jan/2012:07:00:00 +0000",
                "01/Feb/2012:09:00:00 +0000",
                "03/Feb/2012:09:00:00 +0000",
                "20/Feb/2012:09:00:00 +0000"),
            "--until=2012-02-01",
            "--compare-since=2012-02-01",
            "--compare-until=2012-03-01");
    assertThat(accesses(page))
        .hasSize(20)
        .startsWith(
            "2012-01-01 2012-02-01: 1 1",
            "2012-01-02 2012-02-02: 0 0",
            "2012-01-03 2012-02-03: 0 1")
        .contains("2012-01-09 2012-02-09: 1 0")
        .endsWith("2012-01-20 2012-02-20: 0 1");
  }

  @Test
  void months_beside_months() {
    ReportPage page =
        report(
            List.of(
                "15/Jan/2009:05:00:00 +0000",
                "15/Mar/2009:05:00:00 +0000",
                "01/Feb/2012:09:00:00 +0000",
                "15/Mar/2014:09:00:00 +0000"),
            "--since=2012-01-01",
            "--until=2015-01-01",
            "--compare-since=2009-01-01",
            "--compare-until=2012-01-01");
    assertThat(accesses(page))
        .hasSize(27)
        .startsWith("2012-01 2009-01: 0 1", "2012-02 2009-02: 1 0", "2012-03 2009-03: 0 1")
        .endsWith("2014-03 2011-03: 1 0");
  }
}
