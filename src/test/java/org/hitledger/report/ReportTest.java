package org.hitledger.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hitledger.oracle.HostileLogs;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of the page is what DuckDB finds in the hits of the same logs. */
class ReportTest {
  private static final Path SAMPLES = Path.of("src/samples").toAbsolutePath();
  private static final String JUNE_2 =
      "time >= TIMESTAMPTZ '2012-06-01 22:00:00+00' AND time < TIMESTAMPTZ '2012-06-02 22:00:00+00'";
  private static final String JUNE_1 =
      "time >= TIMESTAMPTZ '2012-05-31 22:00:00+00' AND time < TIMESTAMPTZ '2012-06-01 22:00:00+00'";

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void write_hits_of_the_samples() {
    hits(shared.resolve("site"), "site", SAMPLES);
  }

  private static Path hits(Path hits, String rules, Path logs, String... options) {
    CommandRun run =
        CommandRun.of(
            Stream.of(
                    Stream.of("hits", "--rules", rules, "--on-damage=salvage", "--output", hits),
                    Stream.of(options),
                    Stream.of(logs))
                .flatMap(words -> words)
                .toArray());
    assertThat(run.code()).as(run.err()).isIn(0, 4);
    return hits;
  }

  private ReportPage report(Path logs, String... options) {
    Path page = folder.resolve("report.html");
    CommandRun run =
        CommandRun.of(
            Stream.of(
                    Stream.of("report", "--overwrite", "--on-damage=salvage", "--output", page),
                    Stream.of(options),
                    Stream.of(logs))
                .flatMap(words -> words)
                .toArray());
    assertThat(run.code()).as(run.err()).isIn(0, 4);
    return ReportPage.of(page);
  }

  private static void requireSame(ReportPage page, ReportOracle oracle) {
    assertThat(PanelQuery.all())
        .allSatisfy(
            panel ->
                assertThat(page.rows(panel.id()))
                    .as(panel.id())
                    .containsExactlyElementsOf(oracle.rows(panel)));
    Map<String, List<String>> pictures = page.pagesOverTime();
    assertThat(pictures).hasSameSizeAs(page.rows("pages"));
    assertThat(oracle.pagesOverTime()).containsAllEntriesOf(pictures);
    requireTotals(page, oracle);
  }

  private static void requireTotals(ReportPage page, ReportOracle oracle) {
    requireHead(page, oracle);
    assertThat(page.unit()).isEqualTo(oracle.unit());
    assertThat(page.periods()).containsExactlyElementsOf(oracle.periods(page.unit()));
    assertThat(page.heat()).isEqualTo(oracle.heat());
    assertThat(page.balance()).isEqualTo(oracle.balance());
    for (String panel : List.of("browsers", "systems", "devices")) {
      assertThat(sums(page.rows(panel))).as(panel).isEqualTo(oracle.people());
    }
  }

  private static String sums(List<String> rows) {
    return LongStream.of(1, 2)
        .map(
            i -> rows.stream().mapToLong(row -> Long.parseLong(row.split("\t", -1)[(int) i])).sum())
        .mapToObj(Long::toString)
        .collect(Collectors.joining("\t"));
  }

  private static void requireHeadBefore(ReportPage page, ReportOracle before) {
    long accesses = before.count("true");
    long errors = before.count("status BETWEEN 400 AND 599");
    long files = before.count("static");
    requireBefore(page, "Accesses", before.parts("count(*)"));
    requireBefore(page, "Visitors", before.parts(PanelQuery.VISITORS));
    requireBefore(page, "Bytes", before.parts("sum(coalesce(bytes, 0))"));
    requireBefore(
        page,
        "Pages",
        List.of(before.count("page"), before.count("page AND status BETWEEN 400 AND 599")));
    assertThat(page.factBefore("Errors"))
        .containsExactly("%,d".formatted(errors), "%.1f %%".formatted(100.0 * errors / accesses));
    assertThat(page.factBefore("Static files"))
        .containsExactly("%,d".formatted(files), "%.1f %%".formatted(100.0 * files / accesses));
  }

  private static void requireBefore(ReportPage page, String fact, List<Long> numbers) {
    assertThat(page.factBefore(fact))
        .as(fact)
        .containsExactlyElementsOf(numbers.stream().map("%,d"::formatted).toList());
  }

  private static void requireHead(ReportPage page, ReportOracle oracle) {
    long accesses = oracle.count("true");
    requireParts(page, "Accesses", oracle.parts("count(*)"));
    requireParts(page, "Visitors", oracle.parts(PanelQuery.VISITORS));
    requireParts(page, "Bytes", oracle.parts("sum(coalesce(bytes, 0))"));
    long errors = oracle.count("status BETWEEN 400 AND 599");
    assertThat(page.fact("Errors"))
        .startsWith("%,d".formatted(errors))
        .endsWith(share(errors, accesses));
    long files = oracle.count("static");
    assertThat(page.fact("Static files"))
        .startsWith("%,d".formatted(files))
        .endsWith(share(files, accesses));
    assertThat(page.fact("Pages"))
        .startsWith("%,d".formatted(oracle.count("page")))
        .endsWith(
            "%,d of them answered with an error"
                .formatted(oracle.count("page AND status BETWEEN 400 AND 599")));
  }

  private static void requireParts(ReportPage page, String fact, List<Long> parts) {
    assertThat(page.fact(fact))
        .startsWith("%,d".formatted(parts.get(0)))
        .endsWith("%,d by people, %,d by crawlers".formatted(parts.get(1), parts.get(2)));
  }

  private static String share(long part, long all) {
    return "%.1f %% of all accesses".formatted(all == 0 ? 0 : 100.0 * part / all);
  }

  @Test
  void of_the_samples_with_the_rules_of_a_site() throws IOException {
    ReportPage page = report(SAMPLES, "--rules=site");
    requireSame(page, ReportOracle.of(shared.resolve("site"), "UTC"));
    assertThat(page.rows("search-engines")).containsExactly("Google\t241");
    assertThat(Files.size(folder.resolve("report.html"))).isLessThan(700_000);
  }

  @Test
  void of_the_samples_with_the_rules_of_a_book() {
    Path hits = hits(folder.resolve("hits"), "book", SAMPLES);
    requireSame(report(SAMPLES, "--zone=Asia/Kolkata"), ReportOracle.of(hits, "Asia/Kolkata"));
  }

  @Test
  void of_a_day_in_another_zone_beside_the_day_before() {
    ReportPage page =
        report(
            SAMPLES,
            "--rules=site",
            "--zone=Europe/Berlin",
            "--since=2012-06-02",
            "--until=2012-06-03",
            "--compare=previous");
    ReportOracle all = ReportOracle.of(shared.resolve("site"), "Europe/Berlin");
    ReportOracle now = all.where(JUNE_2, "filtered/time");
    ReportOracle before = all.where(JUNE_1, "filtered/time");

    requireTotals(page, now);
    assertThat(PanelQuery.all()).allSatisfy(panel -> requireCompared(page, panel, now, before));
    assertThat(page.periodsBefore().stream().dropWhile(row -> row.matches("[0\t]+")))
        .containsExactlyElementsOf(before.periods("hour"));
    assertThat(page.heatBefore()).isEqualTo(before.heat());
    requireHeadBefore(page, before);
  }

  private static void requireCompared(
      ReportPage page, PanelQuery panel, ReportOracle now, ReportOracle before) {
    Map<String, List<Long>> numbers = now.all(panel);
    Map<String, List<Long>> others = before.all(panel);
    List<Long> none = panel.numbers().stream().map(number -> 0L).toList();
    var names = new HashSet<>(numbers.keySet());
    names.addAll(others.keySet());
    List<String> sorted =
        names.stream()
            .sorted(
                Comparator.comparing((String name) -> -numbers.getOrDefault(name, none).get(0))
                    .thenComparing(name -> name.replace("(none)", "")))
            .toList();
    assertThat(page.rows(panel.id()))
        .as(panel.id())
        .containsExactlyElementsOf(rows(sorted, numbers, none));
    assertThat(page.before(panel.id()))
        .as(panel.id())
        .containsExactlyElementsOf(rows(sorted, others, none));
  }

  private static List<String> rows(
      List<String> names, Map<String, List<Long>> numbers, List<Long> none) {
    return names.stream()
        .map(
            name ->
                name
                    + numbers.getOrDefault(name, none).stream()
                        .map(number -> "\t" + number)
                        .collect(Collectors.joining()))
        .toList();
  }

  @Test
  void of_people_alone() {
    requireSame(
        report(SAMPLES, "--rules=site", "--people"),
        ReportOracle.of(shared.resolve("site"), "UTC")
            .where("crawler IS NULL", "filtered/crawler"));
  }

  @Test
  @Full
  void of_one_status_or_method_alone() {
    ReportOracle all = ReportOracle.of(shared.resolve("site"), "UTC");
    requireSame(
        report(SAMPLES, "--rules=site", "--status=200,404"),
        all.where("status IN (200, 404)", "filtered/status"));
    requireSame(
        report(SAMPLES, "--rules=site", "--method=POST,HEAD"),
        all.where("method IN ('POST', 'HEAD')", "filtered/method"));
  }

  @Test
  void with_estimated_visitors_only_landing_pages_are_missing() {
    ReportPage exact = report(SAMPLES, "--rules=site");
    ReportPage estimated = report(SAMPLES, "--rules=site", "--approximate");

    assertThat(estimated.rows("landing")).isEmpty();
    assertThat(PanelQuery.all().filter(panel -> !panel.id().equals("landing")))
        .allSatisfy(panel -> requireNear(panel, estimated.rows(panel.id()), exact));
    assertThat(estimated.balance()).isEqualTo(exact.balance());
    assertThat(estimated.fact("Accesses")).containsExactlyElementsOf(exact.fact("Accesses"));
    requireNear(estimated.fact("Visitors").get(0), exact.fact("Visitors").get(0));
    assertThat(estimated.footer()).contains("Visitors are estimated: nearly all");
    assertThat(exact.footer()).doesNotContain("estimated");
  }

  @Test
  @Full
  void of_hosts_and_agents_that_are_not_excluded() throws IOException {
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(
        rules,
        """
        section: all
        excluded_names: []
        excluded_extensions: [.css, .png]
        excluded_hosts: [192.0.2.162, 192.0.2.95]
        excluded_agents: [bingbot]
        """);
    Path hits = hits(folder.resolve("hits"), rules.toString(), SAMPLES);
    requireSame(
        report(SAMPLES, "--rules=" + rules),
        ReportOracle.of(hits, "UTC")
            .where(
                "host NOT IN ('192.0.2.162', '192.0.2.95') AND coalesce(user_agent, '') NOT LIKE '%bingbot%'",
                "counted"));
  }

  /** Names are made visible on the page; its numbers are those of the hits. */
  @Test
  @Full
  void of_hostile_lines() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("ReportTest: -Dhitledger.seed=" + seed);
    Path logs = folder.resolve("logs");
    HostileLogs.write(logs, seed);
    Path hits = hits(folder.resolve("hits"), "site", logs);
    ReportPage page = report(logs, "--rules=site");
    ReportOracle oracle = ReportOracle.of(hits, "UTC");

    requireHead(page, oracle);
    assertThat(page.heat()).isEqualTo(oracle.heat());
    assertThat(page.balance()).isEqualTo(oracle.balance());
    assertThat(PanelQuery.all())
        .allSatisfy(
            panel ->
                assertThat(numbers(panel, page.rows(panel.id())))
                    .as(panel.id())
                    .containsExactlyElementsOf(numbers(panel, oracle.rows(panel))));
  }

  private static List<String> numbers(PanelQuery panel, List<String> rows) {
    return rows.stream()
        .map(row -> List.of(row.split("\t", -1)))
        .map(cells -> cells.subList(cells.size() - panel.numbers().size(), cells.size()))
        .map(cells -> String.join("\t", cells))
        .toList();
  }

  private static void requireNear(PanelQuery panel, List<String> rows, ReportPage exact) {
    List<String> expected = exact.rows(panel.id());
    assertThat(rows).as(panel.id()).hasSameSizeAs(expected);
    for (int row = 0; row < rows.size(); row++) {
      List<String> cells = List.of(rows.get(row).split("\t", -1));
      List<String> others = List.of(expected.get(row).split("\t", -1));
      for (int i = 0; i < cells.size(); i++) {
        int number = i - panel.names().size();
        if (number >= 0 && panel.numbers().get(number).equals(PanelQuery.VISITORS)) {
          requireNear(cells.get(i), others.get(i));
        } else {
          assertThat(cells.get(i)).as(rows.get(row)).isEqualTo(others.get(i));
        }
      }
    }
  }

  private static void requireNear(String estimated, String exact) {
    assertThat(Long.parseLong(estimated.replace(",", "")))
        .isCloseTo(Long.parseLong(exact.replace(",", "")), withPercentage(5));
  }

  @Test
  void of_several_sites_and_durations() {
    Path log = folder.resolve("logs/a.log");
    LogFile.write(
        log, Stream.iterate(0, i -> i < 300, i -> i + 1).map(ReportTest::access).toList());
    String format =
        "--log-format=%v %h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" %D";
    ReportPage page = report(log, "--rules=site", format);
    requireSame(page, ReportOracle.of(hits(folder.resolve("hits"), "site", log, format), "UTC"));
    assertThat(page.rows("sites")).hasSize(3);
    assertThat(page.rows("slow-pages")).hasSize(11);
    assertThat(page.rows("ai-crawlers")).hasSize(1);
  }

  private static byte[] access(int i) {
    return "%s.example 192.0.2.%d - - [01/Jun/2012:%02d:17:55 +0000] \"GET /%d%s HTTP/1.1\" %d %d \"%s\" \"%s\" %d"
        .formatted(
            Character.toString('a' + i % 3),
            i % 7,
            i % 24,
            i % 11,
            i % 5 == 0 ? ".css" : "",
            200 + 101 * (i % 4),
            i,
            List.of("-", "http://e.example:8080/x?y", "ftp://u:p@f.example", "x").get(i % 4),
            i % 2 == 0 ? "A" : "GPTBot/1.2",
            i * 7919 % 300)
        .getBytes(UTF_8);
  }

  @Test
  @Full
  void of_real_logs() {
    Path logs = Path.of("../shared/logs");
    assumeTrue(Files.isDirectory(logs));
    Path hits = hits(folder.resolve("hits"), "site", logs);
    requireSame(report(logs, "--rules=site"), ReportOracle.of(hits, "UTC"));
    requireSame(
        report(logs, "--rules=site", "--zone=Europe/Berlin"),
        ReportOracle.of(hits, "Europe/Berlin"));
  }
}
