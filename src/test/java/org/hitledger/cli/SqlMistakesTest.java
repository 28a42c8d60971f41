package org.hitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.HitsTable;
import org.hitledger.testing.HostileText;
import org.hitledger.testing.Inert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that are wrong, or that would do more than read: one line each, and nothing done. */
@Full
class SqlMistakesTest {
  @TempDir static Path folder;
  static Path results;

  @BeforeAll
  static void count() throws IOException {
    results = folder.resolve("results");
    CommandRun run = CommandRun.of("count", "--output", results, "src/samples");
    assertThat(run.code()).as(run.err()).isZero();
    Files.writeString(folder.resolve("secret"), "secret\n");
  }

  private static String refused(int code, Object... words) {
    CommandRun run = CommandRun.of(words);
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("hitledger: ").hasLineCount(1);
    Inert.requireInertLines(run.err());
    assertThat(run.err()).doesNotContain("report it");
    return run.err();
  }

  private static String refused(String query) {
    return refused(2, "sql", query.replace("@", folder.toString()), results);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("SELECT * FORM hits x", "Syntax error at or near 'hits'"),
        arguments("", "unexpected empty statement"),
        arguments("SELECT 1; SELECT 2", "Syntax error at or near 'SELECT'"),
        arguments("SELECT paht FROM path_counts", "`paht` cannot be resolved. Did you mean"),
        arguments("SELECT sum(path), path FROM path_counts", "does not include a GROUP BY"),
        arguments("SELECT 1 / 0", "[DIVIDE_BY_ZERO] Division by zero"),
        arguments("SELECT count / (count - 147) FROM path_counts", "[DIVIDE_BY_ZERO]"),
        arguments("SELECT CAST(path AS INT) FROM path_counts", "cannot be cast to \"INT\""),
        arguments("SELECT (SELECT path FROM path_counts)", "More than one row returned"),
        arguments("SELECT raise_error('so')", "[USER_RAISED_EXCEPTION] so"),
        arguments("SELECT nosuch(1)", "Cannot resolve routine `nosuch`"),
        arguments("SELECT regexp_replace('a', '(', 'x')", "is invalid: '('"),
        arguments("SELECT map(1, 2, '1', 3)", "the query is wrong: "));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_wrong_query_gets_what_spark_says_of_it(String query, String message) {
    assertThat(refused(query))
        .startsWith("hitledger: the query is wrong: ")
        .contains(message)
        .doesNotContain("== SQL")
        .doesNotContain("'Project");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO path_counts VALUES ('x', 1)",
        "INSERT INTO IDENTIFIER('x') SELECT 1",
        "INSERT OVERWRITE DIRECTORY '@/written' USING csv SELECT 1",
        "WITH a AS (SELECT 1) INSERT INTO x SELECT * FROM a",
        "FROM path_counts INSERT INTO x SELECT *",
        "CREATE TABLE x USING csv LOCATION '@/written' AS SELECT 1",
        "CREATE TEMPORARY VIEW x USING text OPTIONS (path '@/secret')",
        "CREATE OR REPLACE TEMPORARY VIEW path_counts AS SELECT 1",
        "CREATE TEMPORARY FUNCTION f AS 'x.Y'",
        "DROP VIEW path_counts",
        "DELETE FROM path_counts",
        "UPDATE path_counts SET count = 1",
        "MERGE INTO path_counts USING balance ON true WHEN MATCHED THEN DELETE",
        "ALTER VIEW path_counts AS SELECT 1",
        "SET spark.sql.runSQLOnFiles = true",
        "SET VAR x = 1",
        "RESET",
        "ADD JAR '@/secret'",
        "ADD FILE '@/secret'",
        "CACHE TABLE path_counts",
        "LOAD DATA LOCAL INPATH '@/secret' INTO TABLE path_counts",
        "EXPLAIN SELECT 1",
        "SHOW TABLES",
        "DESCRIBE path_counts",
        "USE default",
        "DECLARE x INT",
        "EXECUTE IMMEDIATE 'DROP VIEW path_counts'",
        "BEGIN SELECT 1; DROP VIEW path_counts; END"
      })
  void what_does_more_than_read_is_refused(String statement) {
    assertThat(refused(statement))
        .startsWith("hitledger: only queries are run, such as SELECT ... FROM path_counts, but ");
    assertThat(folder.resolve("written")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM text.`@/secret`",
        "SELECT (SELECT max(value) FROM text.`@/secret`)",
        "SELECT 1 WHERE 1 IN (SELECT value FROM text.`@/secret`)",
        "WITH x AS (SELECT * FROM text.`@/secret`) SELECT * FROM x",
        "WITH x AS (WITH y AS (TABLE text.`@/secret`) TABLE y) SELECT * FROM x",
        "SELECT * FROM path_counts, LATERAL (SELECT * FROM text.`@/secret`)",
        "SELECT value FROM text.`@/secret` UNION SELECT path FROM path_counts",
        "FROM text.`@/secret` |> SELECT value",
        "SELECT * FROM IDENTIFIER('text.`@/secret`')",
        "SELECT * FROM IDENTIFIER(lower('TEXT.`@/secret`'))",
        "SELECT * FROM parquet.`@/results/path_counts`",
        "SELECT * FROM global_temp.x",
        "SELECT * FROM spark_catalog.default.path_counts"
      })
  void no_file_and_no_other_table_is_read(String query) {
    assertThat(refused(query))
        .containsPattern("there is no table `(text|parquet|global_temp|spark_catalog)`\\.")
        .contains("/results has path_counts, balance, and a query reads nothing else");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reflect", "java_method", "try_reflect", "IDENTIFIER('re' || 'flect')"})
  void java_is_not_called(String function) {
    String call = function + "('java.lang.System', 'getProperty', 'user.home')";
    Stream.of(
            "SELECT " + call,
            "SELECT (SELECT max(" + call + ") FROM path_counts)",
            "WITH x AS (SELECT " + call + " AS c) SELECT c FROM x",
            "SELECT sum(count) OVER w FROM path_counts WINDOW w AS (ORDER BY " + call + ")")
        .forEach(query -> assertThat(refused(query)).contains("a query may not call Java"));
  }

  @Test
  void no_program_is_run() {
    assertThat(refused("SELECT TRANSFORM(path) USING 'touch @/written' AS (x) FROM path_counts"))
        .contains("a query may not run a program");
    assertThat(folder.resolve("written")).doesNotExist();
  }

  @Test
  void who_writes_a_table_that_is_not_there_is_said() {
    assertThat(refused("SELECT * FROM hits"))
        .contains("/results has no table hits, only path_counts, balance; ")
        .contains("'./submit.sh hits --output DIR' writes it");
    assertThat(refused("SELECT * FROM REJECTS")).contains("count --rejects DIR' writes it");
  }

  @Test
  void results_must_be_there_and_whole() throws IOException {
    Path started = Files.createDirectories(folder.resolve("started"));
    Path other = HitsTable.withManifest(folder.resolve("other"));
    Files.writeString(other.resolve("run.json"), "{}");
    String expected = "expected a folder that './submit.sh count --output DIR'";
    assertThat(refused(3, "sql", "SELECT 1", folder.resolve("none")))
        .contains("/none does not exist; " + expected);
    assertThat(refused(3, "sql", "SELECT 1", started))
        .contains("/started has no run.json, which says that results are whole; " + expected);
    assertThat(refused(3, "sql", "SELECT 1", folder.resolve("secret"))).contains("no run.json");
    assertThat(refused(3, "sql", "SELECT 1", other))
        .contains("run.json in " + other + " is not one of ours; " + expected);
    assertThat(refused(3, "sql", "SELECT 1", "nosuch://host/x")).contains("cannot be read");
    assertThat(refused(3, "sql", "SELECT 1", "")).contains("cannot be read");
  }

  @Test
  void results_that_are_broken_are_told_from_a_wrong_query() throws IOException {
    Path broken = HitsTable.withManifest(folder.resolve("broken"));
    Files.createDirectories(broken.resolve("balance"));
    Files.writeString(broken.resolve("balance/part.parquet"), "no Parquet, but long enough");
    assertThat(refused(3, "sql", "SELECT file FROM Balance", broken))
        .contains("balance/part.parquet cannot be")
        .endsWith("; put it back as it was, or make these results anew from their logs\n");
    Files.delete(broken.resolve("balance/part.parquet"));
    assertThat(refused(3, "sql", "SELECT file FROM Balance", broken))
        .endsWith(
            "/balance has no file of rows; put them back as they were, or make these results anew from their logs\n");
  }

  /** Spark would read what is left, and find too few rows. */
  @Test
  void a_file_that_is_missing_or_cut_is_named_whatever_is_asked() throws IOException {
    Path hits = folder.resolve("hits");
    CommandRun run = CommandRun.of("hits", "--output", hits, "src/samples");
    assertThat(run.code()).as(run.err()).isZero();
    Path file = fileOf(hits.resolve("hits"));
    byte[] rows = Files.readAllBytes(file);
    String told =
        "hitledger: file:%s has no %s of %,d bytes, which its run.json lists; put it back as it was, or make these results anew from their logs\n"
            .formatted(hits, hits.relativize(file), rows.length);
    Files.delete(file);
    assertThat(refused(3, "sql", "SELECT count(*) FROM hits", hits)).isEqualTo(told);
    Files.write(file, Arrays.copyOf(rows, rows.length - 1));
    assertThat(refused(3, "sql", "SELECT file FROM balance", hits)).isEqualTo(told);
    Files.write(file, rows);
    assertThat(CommandRun.of("sql", "SELECT count(*) FROM hits", hits).code()).isZero();
  }

  private static Path fileOf(Path table) throws IOException {
    try (Stream<Path> files = Files.walk(table)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  @Test
  void arguments_are_checked() {
    assertThat(refused(2, "sql", "SELECT 1")).contains("Missing required parameter: 'DIR'");
    assertThat(refused(2, "sql", "--format", "tsv", "SELECT 1", results))
        .contains("expected one of [TABLE, CSV, JSON] (case-insensitive) but was 'tsv'");
    assertThat(refused(2, "sql", "--max-rows", "0", "SELECT 1", results))
        .contains("expected a number of rows from 1, or all, but was '0'");
    assertThat(refused(2, "squeal"))
        .contains(
            "'squeal'; expected count, hits, update, compact, report, sql, detect, shell; see --help");
  }

  @Test
  void json_needs_names_that_differ() {
    assertThat(refused(2, "sql", "--format", "json", "SELECT 1 AS a, 2 AS a", results))
        .contains("two columns are named a; give one another name with AS");
    assertThat(refused("SELECT named_struct('a', 1, 'a', 2)")).contains("are both a; name them");
  }

  @ParameterizedTest
  @EnumSource
  void messages_are_inert(HostileText hostile) {
    String text = hostile.text();
    refused("SELECT `x" + text.replace("`", "``") + "` FROM path_counts");
    refused("SELECT * FROM `x" + text.replace("`", "``") + "`");
    refused("SELECT 1 FROM " + text);
    refused(3, "sql", "SELECT 1", folder.resolve("none" + text));
  }
}
