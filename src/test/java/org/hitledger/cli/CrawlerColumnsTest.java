package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hitledger.oracle.HitLines;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose an access is, as the source, the view of hits and a ledger have it. */
@Full
class CrawlerColumnsTest {
  private static final String QUERY =
      "SELECT path, crawler, crawler_kind FROM hits WHERE path LIKE '/a/%' ORDER BY path";

  private static final String TOLD =
      """
      path,crawler,crawler_kind
      /a/0,GPTBot,ai
      /a/1,bingbot,search
      /a/2,,
      /a/3,,
      /a/4,,
      /a/5,,
      /a/6,curl,tool
      /a/7,another crawler,other
      /a/8,UptimeRobot,monitor
      """;

  private static final String RULES =
      """
      section: all
      excluded_names: []
      excluded_extensions: []
      crawlers:
        - {name: Mine, kind: tool, patterns: [gptbot, "\u00e9bot", "E9bot"]}
      """;

  @TempDir Path folder;
  private Path logs;

  @BeforeEach
  void write_logs() {
    logs = folder.resolve("logs");
    List<String> agents =
        List.of(
            "\"Mozilla/5.0; compatible; GPTBot/1.2; +https://openai.com/gptbot\"",
            "\"Mozilla/5.0 (compatible; BINGBOT/2.0)\"",
            "\"-\"",
            "\"\"",
            "\"Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0\"",
            "\"caf\u00e9bot\"",
            "\"curl/8.5.0\"",
            "\"an unheard-of \u00e9 crawler\"",
            "\"Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)\"");
    List<byte[]> lines =
        Stream.iterate(0, i -> i < agents.size(), i -> i + 1)
            .map(i -> line(i, agents.get(i)).getBytes(ISO_8859_1))
            .toList();
    LogFile.write(logs.resolve("a.log"), lines);
  }

  private static String line(int number, String agent) {
    return "192.0.2.1 - - [01/Jun/2012:22:17:55 -0400] \"GET /a/%d HTTP/1.1\" 200 5 \"-\" %s"
        .formatted(number, agent);
  }

  private Path hits() {
    Path hits = folder.resolve("hits");
    CommandRun run = CommandRun.of("hits", "--output", hits, logs);
    assertThat(run.code()).as(run.err()).isZero();
    return hits;
  }

  private static String sql(Object... words) {
    CommandRun run =
        CommandRun.of(Stream.concat(Stream.of("sql", "--format=csv"), Stream.of(words)).toArray());
    assertThat(run.code()).as(run.err()).isZero();
    return run.out().replace("\r", "");
  }

  private Dataset<Row> source(Map<String, String> options) {
    return SharedSpark.session().read().format("accesslog").options(options).load(logs.toString());
  }

  @Test
  void hits_tell_crawlers_when_they_are_read() {
    Path hits = hits();
    assertThat(sql(QUERY, hits)).isEqualTo(TOLD);
    assertThat(SharedSpark.session().read().parquet(hits + "/hits").columns())
        .doesNotContain("crawler", "crawler_kind");
  }

  @Test
  void rules_change_what_old_hits_tell() throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
    Path hits = hits();
    String told = sql("--rules", rules, QUERY, hits);

    assertThat(told).isEqualTo(TOLD.replace("GPTBot,ai", "Mine,tool"));
    assertThat(CommandRun.of("sql", "--rules=none.yaml", QUERY, hits).err())
        .startsWith("hitledger: --rules none.yaml: no such file");
  }

  @Test
  void a_ledger_tells_them_of_all_its_segments() {
    Path ledger = folder.resolve("ledger");
    for (String name : List.of("b.log", "c.log")) {
      LogFile.write(
          logs.resolve(name), List.of(line(0, "\"" + name + " GPTBot\"").getBytes(ISO_8859_1)));
      CommandRun run = CommandRun.of("update", "--ledger", ledger, logs);
      assertThat(run.code()).as(run.err()).isZero();
    }
    assertThat(sql("SELECT crawler, count(*) FROM hits GROUP BY 1 ORDER BY 2 DESC, 1", ledger))
        .contains("\n,4\n")
        .contains("\nGPTBot,3\n");
  }

  @Test
  void lines_tell_them_too() throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
    LogFile.write(logs.resolve("b.log"), List.of("junk GPTBot".getBytes(ISO_8859_1)));
    Dataset<Row> lines =
        source(Map.of("rules", rules.toString(), "logFormat", "combined")).orderBy("path");

    assertThat(lines.selectExpr("concat_ws(',', path, crawler, crawler_kind)").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly(
            "",
            "/a/0,Mine,tool",
            "/a/1,bingbot,search",
            "/a/2",
            "/a/3",
            "/a/4",
            "/a/5",
            "/a/6,curl,tool",
            "/a/7,another crawler,other",
            "/a/8,UptimeRobot,monitor");
    assertThat(lines.where("crawler_kind = 'search'").count()).isEqualTo(1);
    assertThat(lines.select("line", "crawler_kind", "path").where("crawler = 'Mine'").head())
        .extracting(row -> row.get(2))
        .isEqualTo("/a/0");
  }

  /** The source looks at bytes, the view at texts. */
  @Test
  void source_view_and_count_agree_on_every_oddity() throws IOException {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("CrawlerColumnsTest: -Dhitledger.seed=" + seed);
    var random = new HitLines(seed);
    LogFile.write(logs.resolve("odd.gz"), Stream.generate(random::next).limit(3_000).toList());
    Path rules =
        Files.writeString(
            folder.resolve("odd.yaml"),
            RULES.replace("gptbot", "x").replace("E9bot", "9").replace("tool", "ai"));
    Path hits = hits();
    List<String> told =
        source(Map.of("rules", rules.toString()))
            .where("time IS NOT NULL AND outcome LIKE '%ed%'")
            .groupBy("user_agent", "crawler", "crawler_kind")
            .count()
            .toJSON()
            .collectAsList();

    assertThat(told).isNotEmpty();
    assertThat(
            sql(
                    "--rules",
                    rules,
                    "SELECT to_json(named_struct('user_agent', user_agent, 'crawler', crawler,"
                        + " 'crawler_kind', crawler_kind, 'count', count(*))) AS j FROM hits"
                        + " GROUP BY user_agent, crawler, crawler_kind",
                    hits)
                .lines()
                .skip(1)
                .map(CrawlerColumnsTest::unquoted))
        .containsExactlyInAnyOrderElementsOf(told);
    assertThat(counted("--crawlers", rules)).isEqualTo(countedBySql("IS NOT NULL", rules, hits));
    assertThat(counted("--people", rules)).isEqualTo(countedBySql("IS NULL", rules, hits));
  }

  private static String unquoted(String cell) {
    return cell.startsWith("\"")
        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
        : cell;
  }

  private String counted(String option, Path rules) {
    return CommandRun.of("count", option, "--rules", rules, logs)
        .err()
        .replaceFirst("(?s).*\n  counted +([0-9,]+)\n.*", "$1")
        .replace(",", "");
  }

  private static String countedBySql(String is, Path rules, Path hits) {
    return sql(
            "--rules",
            rules,
            "SELECT count(*) AS n FROM hits WHERE path <> '' AND crawler %s".formatted(is),
            hits)
        .replaceAll("\\D", "");
  }
}
