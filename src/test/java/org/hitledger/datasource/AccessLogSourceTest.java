package org.hitledger.datasource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hitledger.oracle.HitLines;
import org.hitledger.oracle.HostileLines;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.Cases;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.ExpectedHits;
import org.hitledger.testing.HitTable;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access logs as users of Spark read them. */
class AccessLogSourceTest {
  private static final int LINES = Cases.LINES_OF_A_CORPUS_FILE.count() / 2;

  private static final String HIT =
      "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/%s HTTP/1.1\" 200 5 \"-\" \"x\"";

  @TempDir Path folder;

  private static SparkSession spark() {
    return SharedSpark.session();
  }

  private static Dataset<Row> load(Map<String, String> options, Path... logs) {
    return spark()
        .read()
        .format("accesslog")
        .options(options)
        .load(Arrays.stream(logs).map(Path::toString).toArray(String[]::new));
  }

  private Path log(String name, String... lines) {
    return LogFile.writeBytes(
        folder.resolve(name), (String.join("\n", lines) + "\n").getBytes(UTF_8));
  }

  private static List<String> rows(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::mkString).toList();
  }

  @Test
  void rows_and_classes_are_the_oracles_and_hits_are_those_of_count() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("AccessLogSourceTest: -Dhitledger.seed=" + seed);
    var expected = new ExpectedHits(Oracle.withDefaults());
    var hits = new HitLines(seed);
    var hostile = new HostileLines(seed);
    for (String name : List.of("a.gz", "b.log", "c.zst", "day=1/d e.log")) {
      List<byte[]> lines = new ArrayList<>();
      Stream.generate(hits::next).limit(LINES).forEach(lines::add);
      Stream.generate(hostile::next).limit(LINES / 4).forEach(lines::add);
      Path file = folder.resolve("logs").resolve(name);
      expected.add("file:" + LogFile.write(file, lines), lines);
    }
    Path logs = folder.resolve("logs");
    Dataset<Row> all = load(Map.of("logFormat", "combined"), logs);

    all.where("time IS NOT NULL")
        .drop("line", "line_number", "crawler", "crawler_kind")
        .write()
        .partitionBy("date")
        .parquet(folder + "/results/hits");
    expected.requireSameRows(new HitTable(folder.resolve("results")));

    assertThat(new SourceRows(all).balance()).isEqualTo(expected.lines().balance());

    CommandRun count =
        CommandRun.of("count", "--log-format=combined", "--top=all", "--format=tsv", logs);
    assertThat(new SourceRows(all).counts())
        .containsExactlyInAnyOrderElementsOf(count.out().lines().toList());
  }

  @Test
  void lines_that_are_no_access_are_there_as_they_stand() {
    Path log =
        log("a.log", HIT.formatted("x"), "", "junk \u00e4", "h - - [x] \"GET / HTTP/1.1\" 200 5");

    assertThat(
            rows(
                load(Map.of("logFormat", "combined"), log)
                    .orderBy("line_number")
                    .selectExpr("concat_ws('|', line_number, outcome, path, line)")))
        .containsExactly(
            "1|counted|/book/x",
            "2|blank|",
            "3|rejected/no_match|junk \u00e4",
            "4|rejected/bad_time|h - - [x] \"GET / HTTP/1.1\" 200 5");
    assertThat(
            rows(
                load(Map.of("logFormat", "combined", "dropQuery", "true"), log)
                    .where("line IS NOT NULL")))
        .isEmpty();
  }

  @Test
  void a_damaged_file_ends_the_query_or_has_a_row_for_its_damage() {
    byte[] packed =
        LogFile.gzip((HIT.formatted("x") + "\n" + HIT.formatted("y") + "\n").getBytes(UTF_8));
    Path log = LogFile.writeRaw(folder.resolve("a.gz"), Arrays.copyOf(packed, packed.length - 9));

    assertThatThrownBy(() -> load(Map.of(), log).count())
        .rootCause()
        .hasMessageContaining("the file ends inside a member");
    assertThatThrownBy(() -> load(Map.of(), log).count())
        .hasStackTraceContaining("a.gz is damaged")
        .hasStackTraceContaining("with option onDamage = salvage");
    assertThat(rows(load(Map.of("onDamage", "salvage"), log).groupBy("outcome").count()))
        .containsExactlyInAnyOrder("counted2", "damaged1");
    assertThat(CommandRun.of("count", "--on-damage=salvage", log).err())
        .containsPattern("counted +2\n +damaged +1\n");
  }

  @Test
  void only_what_a_query_asks_for_is_made() {
    Dataset<Row> counts =
        load(Map.of(), log("a.log", HIT.formatted("x")))
            .where("outcome = 'counted'")
            .groupBy("path")
            .count();

    assertThat(counts.queryExecution().executedPlan().toString())
        .contains("columns: path, outcome, filters: [EqualTo(outcome,counted)]");
    assertThat(rows(counts)).containsExactly("/book/x1");
  }

  @Test
  void times_that_are_not_asked_for_make_no_rows() {
    Path log = log("a.log", "junk", at(1), at(2), at(3), at(4));
    Dataset<Row> rows = load(Map.of("logFormat", "combined"), log);
    String from = "time >= TIMESTAMP '2012-06-02 00:00:00Z'";
    String to = "time < TIMESTAMP '2012-06-04 00:00:00Z'";

    Dataset<Row> some = rows.where(from).where(to).select("path").orderBy("path");
    assertThat(some.queryExecution().executedPlan().toString())
        .contains("filters: [GreaterThanOrEqual(time,2012-06-02", "LessThan(time,2012-06-04");
    assertThat(rows(some)).containsExactly("/book/2", "/book/3");
    assertThat(rows(rows.where("time > TIMESTAMP '2012-06-03 12:00:00Z'").select("path")))
        .containsExactly("/book/4");
    assertThat(rows(rows.where("time <= TIMESTAMP '2012-06-01 12:00:00Z'").select("path")))
        .containsExactly("/book/1");
    assertThat(rows.where(from + " OR time IS NULL").count()).isEqualTo(4);
  }

  private static String at(int day) {
    return "h - - [0%d/Jun/2012:12:00:00 +0000] \"GET /book/%d HTTP/1.1\" 200 5"
        .formatted(day, day);
  }

  @Test
  void files_that_are_not_asked_for_are_not_read() throws IOException {
    Path asked = log("a.log", HIT.formatted("x"));
    Path other = log("b.log", HIT.formatted("y"));
    Dataset<Row> all = load(Map.of(), asked, other);
    Files.delete(other);

    assertThat(rows(all.where(col("file").equalTo("file:" + asked)).select("path")))
        .containsExactly("/book/x");
    assertThatThrownBy(all::count).hasStackTraceContaining("b.log vanished while it was read");
  }

  @Test
  void a_file_that_changes_ends_the_query() throws IOException {
    Path log = log("a.log", HIT.formatted("x"));
    Dataset<Row> rows = load(Map.of(), log);
    Files.writeString(log, "more");

    assertThatThrownBy(rows::count).hasStackTraceContaining("a.log changed while it was read");
  }

  @Test
  void sql_reads_it_with_options() {
    Path log = log("a.log", HIT.formatted("x?q=1"), HIT.formatted("y"));
    spark()
        .sql(
            "CREATE OR REPLACE TEMPORARY VIEW accesses USING accesslog OPTIONS (path '%s', section 'all', dropQuery 'true', anonymizeHosts 'truncate')"
                .formatted(log));

    assertThat(rows(spark().sql("SELECT concat_ws(' ', host, target) FROM accesses ORDER BY 1")))
        .containsExactly("1.2.3.0 /book/x", "1.2.3.0 /book/y");
  }

  @Test
  void a_path_is_a_table_of_the_catalog() {
    Path log = log("a b.log", HIT.formatted("x"), "junk");
    SparkSession session = spark().newSession();
    session.conf().set("spark.sql.catalog.accesslog", AccessLogCatalog.class.getName());
    session.conf().set("spark.sql.catalog.accesslog.logFormat", "combined");

    assertThat(
            rows(
                session.sql(
                    "SELECT path, count(*) FROM accesslog.`%s` WHERE outcome = 'counted' GROUP BY path"
                        .formatted(log))))
        .containsExactly("/book/x1");
    assertThatThrownBy(() -> session.sql("SELECT * FROM accesslog.`%s.gone`".formatted(log)))
        .hasMessageContaining("a b.log.gone matches nothing; expected a log file");
    assertThatThrownBy(() -> session.sql("DROP TABLE accesslog.`%s`".formatted(log)))
        .hasMessageContaining("accesslog reads logs; it makes, changes and drops none");
    session.conf().set("spark.sql.catalog.other", AccessLogCatalog.class.getName());
    session.conf().set("spark.sql.catalog.other.sektion", "all");
    assertThatThrownBy(() -> session.sql("SELECT * FROM other.`%s`".formatted(log)))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("accesslog has no option 'sektion'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "logformat | combind | 'combind' is no log format",
        "onDamage | ignore | option onDamage: expected fail or salvage, but was 'ignore'",
        "maxLineBytes | 0 | option maxLineBytes: expected a number of bytes from 1 to 536870912, but was '0'",
        "logZone | Mars | option logZone: expected a time zone such as UTC, Europe/Berlin or +05:30, but was 'Mars'",
        "dropQuery | yes | option dropQuery: expected true or false, but was 'yes'",
        "hashKeyFile | k | --hash-key-file is for --anonymize-hosts hash only",
        "rules | none.yaml | --rules none.yaml: no such file",
        "sektion | all | accesslog has no option 'sektion'; it has logFormat, logZone,"
      })
  void a_wrong_option_is_an_error_of_analysis(String name, String value, String message) {
    Path log = log("a.log", HIT.formatted("x"));

    assertThatThrownBy(() -> load(Map.of(name, value), log))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining(message);
  }

  @Test
  void what_is_not_there_or_not_understood_is_told_at_once() {
    Path junk = log("junk.log", "junk");

    assertThatThrownBy(() -> load(Map.of()))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("accesslog needs a path");
    assertThatThrownBy(() -> load(Map.of(), folder.resolve("none.log")))
        .hasMessageContaining("none.log matches nothing; expected a log file");
    assertThatThrownBy(() -> load(Map.of(), junk))
        .hasMessageContaining("junk.log: its log format is not known");
  }

  @Test
  void small_files_share_a_task() {
    for (int i = 0; i < 40; i++) {
      log("%d.gz".formatted(i), HIT.formatted(i));
    }
    SparkSession session = spark().newSession();
    session.conf().set("spark.sql.files.openCostInBytes", "1MB");
    SparkSession.setActiveSession(session);
    try {
      Dataset<Row> all = session.read().format("accesslog").load(folder.toString());
      assertThat(all.toJavaRDD().getNumPartitions()).isBetween(2, 20);
      assertThat(all.count()).isEqualTo(40);
    } finally {
      SparkSession.setActiveSession(spark());
    }
  }

  @Test
  void plain_text_is_cut_and_its_lines_are_numbered_all_the_same() {
    int lines = 200_000;
    String text =
        IntStream.rangeClosed(1, lines)
            .mapToObj(i -> HIT.formatted(i) + "\n")
            .collect(Collectors.joining());
    SparkSession session = spark().newSession();
    session.conf().set("spark.sql.files.openCostInBytes", "1MB");
    SparkSession.setActiveSession(session);
    try {
      Dataset<Row> rows =
          session
              .read()
              .format("accesslog")
              .load(LogFile.writeBytes(folder.resolve("a.log"), text.getBytes(UTF_8)).toString());
      assertThat(rows.select("path").toJavaRDD().getNumPartitions()).isGreaterThan(2);
      assertThat(rows.select("line_number").toJavaRDD().getNumPartitions()).isGreaterThan(2);
      assertThat(rows.where("path = concat('/book/', line_number)").count()).isEqualTo(lines);
    } finally {
      SparkSession.setActiveSession(spark());
    }
  }
}
