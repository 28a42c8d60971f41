package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.hitledger.docs.Page;
import org.hitledger.oracle.HitOracle;
import org.hitledger.spark.Session;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The columns of the table as its readers are promised them. */
@TestInstance(Lifecycle.PER_CLASS)
class HitsSchemaTest {
  private static final List<String> LINES =
      List.of(
          "- - - [31/Dec/2012:23:30:00 -0100] '-' 99999999999 - '-' '-'",
          "h i u [01/Jan/2013:00:30:00 +0100] 'GET /book/x;p?q#f HTTP/1.1' 200 5"
              + " 'http://h/x?q' 'a (b) c'",
          "h i u [01/Mar/2012:00:00:00 +1400] 'GET http://h HTTP/1.1' 200 5");

  private Path folder;
  private Path log;
  private Path results;

  @BeforeAll
  void write(@TempDir Path temp) {
    folder = temp;
    log =
        LogFile.write(
            temp.resolve("a.gz"),
            LINES.stream().map(line -> line.replace('\'', '"').getBytes(UTF_8)).toList());
    results = temp.resolve("results");
    CommandRun run = CommandRun.of("hits", "--output", results, log);
    assertThat(run.code()).as(run.err()).isZero();
  }

  private List<String> query(String sql) {
    return DuckDb.rows(sql.replace("HITS", "'%s/hits/*/*.parquet'".formatted(results)));
  }

  @Test
  void columns_have_the_documented_names_types_and_order() {
    assertThat(
            query(
                "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM"
                    + " read_parquet(HITS, hive_partitioning = true))"))
        .containsExactlyElementsOf(
            HitOracle.COLUMNS.stream().map(name -> name + "\t" + type(name)).toList());
  }

  private static String type(String column) {
    return switch (column) {
      case "time" -> "TIMESTAMP WITH TIME ZONE";
      case "status" -> "INTEGER";
      case "bytes", "duration", "bytes_received" -> "BIGINT";
      case "extra" -> "MAP(VARCHAR, VARCHAR)";
      case "date" -> "DATE";
      default -> "VARCHAR";
    };
  }

  @Test
  void a_moment_is_microseconds_in_utc_and_a_string_is_utf_8() {
    assertThat(
            query(
                "SELECT DISTINCT name, type, converted_type FROM parquet_schema(HITS)"
                    + " WHERE name IN ('time', 'host', 'status', 'bytes') ORDER BY name"))
        .containsExactly(
            "bytes\tINT64\tnull",
            "host\tBYTE_ARRAY\tUTF8",
            "status\tINT32\tnull",
            "time\tINT64\tTIMESTAMP_MICROS");
    assertThat(query("SELECT DISTINCT logical_type FROM parquet_schema(HITS) WHERE name = 'time'"))
        .singleElement()
        .asString()
        .containsPattern("isAdjustedToUTC=(1|true)")
        .containsIgnoringCase("micros");
  }

  @Test
  void the_files_hold_all_columns_but_the_date() {
    assertThat(
            query(
                "SELECT path_in_schema FROM parquet_metadata(HITS)"
                    + " GROUP BY ALL ORDER BY min(column_id)"))
        .containsExactlyElementsOf(
            HitOracle.COLUMNS.stream()
                .filter(name -> !name.equals("date"))
                .flatMap(
                    name ->
                        name.equals("extra")
                            ? Stream.of("extra, key_value, key", "extra, key_value, value")
                            : Stream.of(name))
                .toList());
  }

  @Test
  void what_the_table_calls_never_null_is_never_null_and_all_else_can_be() {
    String nulls =
        HitOracle.COLUMNS.stream()
            .map(name -> "SELECT '%1$s' FROM t HAVING count(*) > count(\"%1$s\")".formatted(name))
            .collect(joining(" UNION ALL "));
    Set<String> mayBeNull = new TreeSet<>(HitOracle.COLUMNS);
    mayBeNull.removeAll(neverNull());
    // None of these lines has a time without a zone: those of other formats do.
    mayBeNull.remove("utc_offset");
    assertThat(query("WITH t AS (FROM read_parquet(HITS, hive_partitioning = true)) " + nulls))
        .containsExactlyInAnyOrderElementsOf(mayBeNull);
  }

  private static Set<String> neverNull() {
    return Page.REFERENCE.table("## Hits: every access as a row").stream()
        .filter(row -> row.get(2).equals("never"))
        .map(row -> row.get(0).replace("`", ""))
        .collect(toSet());
  }

  @Test
  void the_files_are_compressed_with_zstandard() {
    assertThat(query("SELECT DISTINCT compression FROM parquet_metadata(HITS)"))
        .containsExactly("ZSTD");
  }

  @Test
  void folders_are_the_dates_in_utc() throws IOException {
    assertThat(folders(results))
        .containsExactlyInAnyOrder("date=2013-01-01", "date=2012-12-31", "date=2012-02-29");
    assertThat(
            query(
                "SELECT count(*) FROM read_parquet(HITS, hive_partitioning = true)"
                    + " WHERE date = timezone('UTC', time)::DATE"))
        .containsExactly("3");
  }

  @Test
  void dates_and_moments_are_those_of_utc_whatever_the_time_zone_of_the_session()
      throws IOException {
    SparkSession elsewhere = SharedSpark.session().newSession();
    elsewhere.conf().set("spark.sql.session.timeZone", "America/St_Johns");
    Path other = folder.resolve("elsewhere");
    CommandRun run =
        CommandRun.on(
            (settings, inputs) -> new Session(elsewhere, () -> {}), "hits", "--output", other, log);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(folders(other)).containsExactlyInAnyOrderElementsOf(folders(results));
    assertThat(moments(other)).isEqualTo(moments(results));
  }

  private static List<String> moments(Path results) {
    return DuckDb.rows(
        "SELECT epoch_us(time) FROM '%s/hits/*/*.parquet' ORDER BY 1".formatted(results));
  }

  private static List<String> folders(Path results) throws IOException {
    try (Stream<Path> entries = Files.list(results.resolve("hits"))) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .toList();
    }
  }
}
