package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.ResultTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each filter takes lines from the counted ones, and what it takes is in its class. */
class FiltersTest {
  private static final DateTimeFormatter APACHE =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  private static final List<String> FILTERS =
      List.of(
          "filtered/excluded_host",
          "filtered/excluded_agent",
          "filtered/method",
          "filtered/status",
          "filtered/time",
          "filtered/crawler",
          "filtered/people");

  @TempDir Path folder;

  private final List<Logged> all = new ArrayList<>();

  private record Logged(
      String host, String agent, String method, String status, Instant time, String path) {
    String line() {
      return "%s - - [%s] \"%s %s HTTP/1.1\" %s 5%s"
          .formatted(
              host,
              APACHE.format(time.atOffset(ZoneOffset.ofHours(-4))),
              method,
              path,
              status,
              agent.isEmpty() ? "" : " \"-\" \"" + agent + "\"");
    }

    boolean isCountedWithoutFilters() {
      return path.startsWith("/book/");
    }
  }

  @BeforeEach
  void everything_with_everything() {
    for (String host : List.of("10.0.0.1", "10.0.0.11", "::1", "größe.example")) {
      for (String agent : List.of("", "-", "Bot/1.0 (x)", "a bot/1.0", "schön")) {
        for (String method : List.of("GET", "HEAD", "get", "POST")) {
          for (String status : List.of("200", "0200", "304", "2000", "18446744073709551816")) {
            for (String time :
                List.of("2012-06-01T21:59:59Z", "2012-06-01T22:00:00Z", "2012-06-02T22:00:00Z")) {
              for (String path : List.of("/book/x", "/blog/y")) {
                all.add(new Logged(host, agent, method, status, Instant.parse(time), path));
              }
            }
          }
        }
      }
    }
    List<byte[]> lines = all.stream().map(logged -> logged.line().getBytes(UTF_8)).toList();
    LogFile.write(folder.resolve("logs/a.gz"), lines.subList(0, 1_000));
    LogFile.write(folder.resolve("logs/b.log"), lines.subList(1_000, lines.size()));
  }

  private Path rules(String clients) throws IOException {
    return Files.writeString(
        folder.resolve("rules.yaml"),
        "section: book\nexcluded_names: []\nexcluded_extensions: []\n" + clients);
  }

  private CommandRun count(Object... options) {
    Object[] words =
        Stream.of(
                Stream.of("count", "--overwrite", "--output", folder.resolve("results")),
                Stream.of(options),
                Stream.of(folder.resolve("logs")))
            .flatMap(part -> part)
            .toArray();
    CommandRun run = CommandRun.of(words);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  /** What the balance says, zeros too. */
  private static Map<String, Long> balance(CommandRun run) {
    return Pattern.compile("(?m)^  (\\S+) +([0-9,]+)$")
        .matcher(run.err())
        .results()
        .collect(
            Collectors.toMap(
                (MatchResult row) -> row.group(1),
                row -> Long.parseLong(row.group(2).replace(",", "")),
                Long::sum,
                TreeMap::new));
  }

  /** Requires that one filter, alone in use, took just these lines. */
  private void requireTaken(CommandRun run, String filter, Predicate<Logged> passes) {
    long countable = all.stream().filter(Logged::isCountedWithoutFilters).count();
    long counted = all.stream().filter(Logged::isCountedWithoutFilters).filter(passes).count();
    assertThat(counted).isBetween(1L, countable - 1);
    assertThat(balance(run))
        .containsEntry(filter, countable - counted)
        .containsEntry("counted", counted)
        .containsEntry("filtered/outside_section", all.size() - countable)
        .hasSize(13);
    assertThat(balance(run).values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(all.size());
    assertThat(run.out()).endsWith(" /book/x\n").contains(String.format("%,d  /", counted));
    assertThat(new ResultTables(folder.resolve("results")).tsv())
        .isEqualTo(counted + "\t/book/x\n");
  }

  @Test
  void without_a_filter_no_class_of_one_is_seen() throws IOException {
    CommandRun run = count("--zone", "Europe/Berlin");
    assertThat(run.err()).doesNotContain(FILTERS);
    assertThat(balance(run)).hasSize(12);
    assertThat(Files.readString(folder.resolve("results/run.json"))).doesNotContain(FILTERS);
  }

  @Test
  void hosts_are_excluded_that_are_equal() throws IOException {
    Path rules = rules("excluded_hosts: [10.0.0.1, größe.example, '::']\n");
    requireTaken(
        count("--rules", rules),
        "filtered/excluded_host",
        logged -> !List.of("10.0.0.1", "größe.example").contains(logged.host()));
  }

  @Test
  void user_agents_are_excluded_that_contain_a_text() throws IOException {
    Path rules = rules("excluded_agents: [bot/, ön, very long and therefore in no user agent]\n");
    requireTaken(
        count("--rules", rules),
        "filtered/excluded_agent",
        logged -> !logged.agent().contains("bot/") && !logged.agent().contains("ön"));
  }

  @Test
  void methods_are_compared_as_they_are() {
    requireTaken(
        count("--method", "GET,POST"),
        "filtered/method",
        logged -> logged.method().equals("GET") || logged.method().equals("POST"));
  }

  @Test
  void statuses_are_compared_as_numbers() {
    requireTaken(
        count("--status", "00200,304,9"),
        "filtered/status",
        logged -> List.of("200", "0200", "304").contains(logged.status()));
    requireTaken(
        count("--status", "018446744073709551816"),
        "filtered/status",
        logged -> logged.status().startsWith("18"));
  }

  @Test
  void a_day_in_a_zone_is_counted_from_midnight_to_midnight() {
    requireTaken(
        count("--zone", "Europe/Berlin", "--since", "2012-06-02", "--until", "2012-06-03"),
        "filtered/time",
        logged -> logged.time().toString().equals("2012-06-01T22:00:00Z"));
  }

  @Test
  void times_may_have_an_offset_of_their_own_or_be_in_utc() {
    Predicate<Logged> from22 = logged -> !logged.time().toString().contains("21:59");
    requireTaken(
        count("--zone", "Asia/Tokyo", "--since", "2012-06-01T18:00-04:00"),
        "filtered/time",
        from22);
    requireTaken(count("--since", "2012-06-01T22:00:00"), "filtered/time", from22);
    requireTaken(count("--until", "2012-06-01T22:00:00Z"), "filtered/time", Predicate.not(from22));
  }

  @Test
  void people_are_all_who_do_not_say_that_they_are_crawlers() {
    Predicate<Logged> byCrawler =
        logged -> logged.agent().toLowerCase(Locale.ROOT).contains("bot/");
    requireTaken(count("--people"), "filtered/crawler", Predicate.not(byCrawler));
    requireTaken(count("--crawlers"), "filtered/people", byCrawler);
  }

  @Test
  void rules_have_crawlers_of_their_own() throws IOException {
    Path rules = rules("crawlers:\n  - {name: A person no more, kind: other, patterns: [SCHön]}\n");
    requireTaken(
        count("--rules", rules, "--crawlers"),
        "filtered/people",
        logged ->
            logged.agent().equals("schön")
                || logged.agent().toLowerCase(Locale.ROOT).contains("bot/"));
  }

  @Test
  void all_filters_together_give_each_line_to_the_first_that_fits() throws IOException {
    Path rules = rules("excluded_hosts: ['::1']\nexcluded_agents: [a bot, chö]\n");
    CommandRun run =
        count(
            "--rules",
            rules,
            "--method",
            "GET",
            "--status",
            "200",
            "--since",
            "2012-06-01T22:00",
            "--people");

    assertThat(balance(run)).isEqualTo(expectedOfAll()).hasSize(18);
    List<String> inUse = FILTERS.subList(0, FILTERS.indexOf("filtered/people"));
    assertThat(balance(run).keySet()).containsAll(inUse);
    String classes = run.err().replaceAll("(?m) +[0-9,.]+$|^ +", "");
    assertThat(classes)
        .contains("filtered/outside_section\n" + String.join("\n", inUse) + "\ncounted\n");
    String manifest = Files.readString(folder.resolve("results/run.json"));
    expectedOfAll()
        .forEach((label, lines) -> assertThat(manifest).contains("\"" + label + "\" : " + lines));
    assertThat(manifest)
        .contains("\"method\" : \"GET\"")
        .contains("\"status\" : \"200\"")
        .contains("\"since\" : \"2012-06-01T22:00\"")
        .contains("\"zone\" : \"UTC\"")
        .contains("\"excluded_hosts\" : [ \"::1\" ]")
        .contains("\"excluded_agents\" : [ \"a bot\", \"chö\" ]")
        .contains("\"people\" : \"true\"");
  }

  private Map<String, Long> expectedOfAll() {
    var expected = new TreeMap<String, Long>();
    for (String unused :
        List.of(
            "blank",
            "rejected/too_long",
            "rejected/no_match",
            "rejected/bad_time",
            "filtered/no_request",
            "filtered/bad_target",
            "filtered/empty_path",
            "filtered/excluded_name",
            "filtered/excluded_extension",
            "damaged")) {
      expected.put(unused, 0L);
    }
    all.forEach(logged -> expected.merge(labelOfAll(logged), 1L, Long::sum));
    return expected;
  }

  private static String labelOfAll(Logged logged) {
    if (!logged.isCountedWithoutFilters()) {
      return "filtered/outside_section";
    }
    if (logged.host().equals("::1")) {
      return "filtered/excluded_host";
    }
    if (List.of("a bot/1.0", "schön").contains(logged.agent())) {
      return "filtered/excluded_agent";
    }
    if (!logged.method().equals("GET")) {
      return "filtered/method";
    }
    if (!logged.status().matches("0*200")) {
      return "filtered/status";
    }
    if (logged.time().isBefore(Instant.parse("2012-06-01T22:00:00Z"))) {
      return "filtered/time";
    }
    return logged.agent().equals("Bot/1.0 (x)") ? "filtered/crawler" : "counted";
  }

  @Test
  void a_filter_that_takes_nothing_is_still_in_the_balance() throws IOException {
    Path rules = rules("excluded_hosts: [10.9.9.9]\n");
    CommandRun run = count("--rules", rules, "--since", "1970-01-01");
    assertThat(balance(run))
        .containsEntry("filtered/excluded_host", 0L)
        .containsEntry("filtered/time", 0L)
        .hasSize(14);
  }

  @Test
  void lists_that_are_empty_are_no_filters() throws IOException {
    CommandRun run = count("--rules", rules("excluded_hosts: []\nexcluded_agents: []\n"));
    assertThat(run.err()).doesNotContain(FILTERS);
  }
}
