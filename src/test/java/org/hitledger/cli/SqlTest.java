package org.hitledger.cli;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.HitsTable;
import org.hitledger.testing.HitsTable.Hit;
import org.hitledger.testing.ResultTables;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries over results of a real count, and over accesses. */
class SqlTest {
  private static final String TYPES =
      """
      SELECT map('k', 1) AS m, array(1, null) AS l, named_struct('x', array(true)) AS s,
        timestamp'2012-06-01 00:00:00.5 +02:00' AS t, timestamp_ntz'2012-06-01 00:00:00' AS n,
        date'2012-06-01' AS d, 0.00000000BD AS z, X'00ff' AS b, true AS y, 1e10 AS f,
        double('nan') AS o, -5 AS i, null AS u, '' AS e
      """;

  @TempDir static Path folder;
  static Path results;
  static Path rejects;

  @BeforeAll
  static void count() {
    results = folder.resolve("results");
    rejects = folder.resolve("lines");
    CommandRun run =
        CommandRun.of("count", "--output", results, "--rejects", rejects, "src/samples");
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** What a query prints that is right. */
  private static String rows(String format, String query, Path in) {
    CommandRun run = CommandRun.of("sql", "--format", format, query, in);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  @Test
  void counts_are_a_table_of_aligned_columns() {
    assertThat(
            rows(
                "table",
                "SELECT count, path, count > 100 AS many FROM path_counts ORDER BY 1 DESC LIMIT 2",
                results))
        .isEqualTo(
            """
            count  path                                           many
              147  /book/python-2.6/html/p02/p02c10_adv_seq.html  true
               77  /book/python-2.6/html/index.html               false
            """);
  }

  @Test
  void all_counts_are_those_that_another_program_reads() {
    String csv = rows("csv", "SELECT count, path FROM path_counts ORDER BY 1 DESC, 2", results);
    assertThat(csv).startsWith("count,path\r\n147,/book/");
    assertThat(csv.replace("count,path\r\n", "").replace(',', '\t').replace("\r", ""))
        .isEqualTo(new ResultTables(results).tsv());
  }

  @Test
  void the_balance_is_a_table_too() {
    assertThat(
            rows("csv", "SELECT sum(LINES) AS n FROM Balance WHERE outcome = 'counted'", results))
        .isEqualTo("n\r\n645\r\n");
  }

  @Test
  void rejected_lines_are_a_table_where_they_are() {
    assertThat(
            rows(
                "csv",
                "SELECT line_number, CAST(line AS STRING) AS line FROM rejects ORDER BY 1 LIMIT 1",
                rejects))
        .isEqualTo(
            "line_number,line\r\n179,\"203.0.113.9 - - [31/Jun/2012:12:00:00 -0400] \"\"GET"
                + " /book/programming/html/index.html HTTP/1.1\"\" 200 5120 \"\"-\"\""
                + " \"\"clock-broken/1.0\"\"\"\r\n");
  }

  @Test
  void json_has_the_types_of_the_values() throws IOException {
    assertThat(new ObjectMapper().readTree(rows("json", TYPES, results)))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    [{"m":{"k":1},"l":[1,null],"s":{"x":[true]},"t":"2012-05-31T22:00:00.500Z",
                      "n":"2012-06-01T00:00:00","d":"2012-06-01","z":0.00000000,"b":"AP8=",
                      "y":true,"f":1.0E10,"o":"NaN","i":-5,"u":null,"e":""}]
                    """));
  }

  @Test
  void csv_tells_a_null_from_an_empty_text_and_a_number_from_a_formula() {
    assertThat(rows("csv", TYPES, results))
        .isEqualTo(
            "m,l,s,t,n,d,z,b,y,f,o,i,u,e\r\n\"{\"\"k\"\":1}\",\"[1,null]\","
                + "\"{\"\"x\"\":[true]}\",2012-05-31T22:00:00.500Z,2012-06-01T00:00:00,2012-06-01,"
                + "0.00000000,AP8=,true,1.0E10,NaN,-5,,\"\"\r\n");
  }

  @Test
  void a_result_without_rows_has_its_columns() {
    String nothing = "SELECT path, count FROM path_counts WHERE count < 0";
    assertThat(rows("table", nothing, results)).isEqualTo("path  count\n");
    assertThat(rows("csv", nothing, results)).isEqualTo("path,count\r\n");
    assertThat(rows("json", nothing, results)).isEqualTo("[\n]\n");
  }

  @Test
  void rows_can_be_limited_and_it_is_said() {
    CommandRun run =
        CommandRun.of(
            "sql",
            "--max-rows=2",
            "--format=csv",
            "SELECT count FROM path_counts ORDER BY 1 DESC",
            results);
    assertThat(run.out()).isEqualTo("count\r\n147\r\n77\r\n");
    assertThat(run.err())
        .isEqualTo("hitledger: there are more rows; these are the first 2 (--max-rows)\n");
    assertThat(CommandRun.of("sql", "--max-rows=1", "SELECT 1", results).err()).isEmpty();
  }

  @Test
  void rows_beyond_those_that_are_measured_are_printed() {
    String table = rows("table", "SELECT id FROM range(0, 5000) ORDER BY id", results);
    assertThat(table.lines()).hasSize(5001).startsWith(" id", "  0").endsWith("4999");
  }

  @Test
  void what_a_query_names_itself_is_a_table() {
    String query = "WITH top AS (SELECT max(count) AS m FROM path_counts) SELECT m FROM top";
    assertThat(rows("csv", query, results)).isEqualTo("m\r\n147\r\n");
    assertThat(rows("csv", "SELECT 1 AS n;", results)).isEqualTo("n\r\n1\r\n");
  }

  @Test
  void accesses_have_dates_and_give_the_counts() {
    Path hits =
        HitsTable.write(
            folder.resolve("hits of [a:b] {c}*"),
            new Hit(1338516000, "/book/a", null, "counted"),
            new Hit(1338602400, "/book/a", "", "counted"),
            new Hit(1338602401, "/book/b", "x", "counted"),
            new Hit(1338602402, "/x.png", "x", "filtered/excluded_extension"));
    assertThat(rows("csv", "SELECT * FROM path_counts ORDER BY 1", hits))
        .isEqualTo("path,count\r\n/book/a,2\r\n/book/b,1\r\n");
    assertThat(
            rows(
                "csv",
                "SELECT time, bytes, referer, date, typeof(date) AS type FROM hits ORDER BY time",
                hits))
        .isEqualTo(
            """
            time,bytes,referer,date,type
            2012-06-01T02:00:00Z,-5,,2012-06-01,date
            2012-06-02T02:00:00Z,-5,"",2012-06-02,date
            2012-06-02T02:00:01Z,-5,x,2012-06-02,date
            2012-06-02T02:00:02Z,-5,x,2012-06-02,date
            """
                .replace("\n", "\r\n"));
    assertThat(rows("csv", "SELECT count(*) AS n FROM hits WHERE date >= '2012-06-02'", hits))
        .isEqualTo("n\r\n3\r\n");
  }

  /** As the page for analysts tells. */
  @Test
  void accesses_read_in_other_programs() {
    Path hits =
        HitsTable.write(folder.resolve("read"), new Hit(1338516000, "/book/a", null, "counted"));
    assertThat(
            DuckDb.rows(
                "SELECT path, date, typeof(date) FROM read_parquet('%s/hits/*/*.parquet', hive_partitioning = true)"
                    .formatted(hits)))
        .containsExactly("/book/a\t2012-06-01\tDATE");
    assertThat(
            SharedSpark.session()
                .sql(
                    "SELECT * FROM parquet.`%s/path_counts` ORDER BY count DESC, path LIMIT 10"
                        .formatted(results))
                .collectAsList())
        .hasSize(10)
        .isEqualTo(
            SharedSpark.session()
                .read()
                .parquet(results + "/path_counts")
                .orderBy(col("count").desc(), col("path"))
                .limit(10)
                .collectAsList());
  }

  @Test
  void accesses_may_be_none() throws IOException {
    Path hits = HitsTable.withManifest(folder.resolve("no hits"));
    Files.createDirectories(hits.resolve("hits"));
    assertThat(rows("csv", "SELECT * FROM path_counts", hits)).isEqualTo("path,count\r\n");
    assertThat(rows("csv", "SELECT typeof(max(date)) AS d FROM hits", hits))
        .isEqualTo("d\r\ndate\r\n");
  }

  @Test
  void queries_leave_nothing_to_the_next_one() {
    rows("csv", "SELECT 1", results);
    assertThat(CommandRun.of("sql", "SELECT * FROM path_counts", rejects).err())
        .contains("/lines has no table path_counts, only rejects; ");
    assertThat(SharedSpark.session().catalog().tableExists("path_counts")).isFalse();
  }

  @Test
  void the_help_names_the_tables() {
    assertThat(CommandRun.of("sql", "--help").out())
        .contains(List.of("hits", "path_counts", "balance", "rejects", "--max-rows=N|all"))
        .contains("Usage: ./submit.sh [SPARK OPTIONS --] sql");
  }
}
