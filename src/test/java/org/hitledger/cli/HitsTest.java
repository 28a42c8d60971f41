package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hitledger.docs.Page;
import org.hitledger.product.hits.HitsTable;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.ResultTables;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run of {@code hits} publishes, and when it does not. */
class HitsTest {
  /** DuckDB's names of types, and Spark's. */
  private static final Map<String, String> SQL_TYPES =
      Map.of(
          "VARCHAR", "string",
          "TIMESTAMP WITH TIME ZONE", "timestamp",
          "INTEGER", "int",
          "BIGINT", "bigint",
          "DATE", "date",
          "MAP(VARCHAR, VARCHAR)", "map<string,string>");

  @TempDir Path folder;
  private Path results;

  @BeforeEach
  void nameResults() {
    results = folder.resolve("results");
  }

  private static String line(String time, String target) {
    return "1.2.3.4 - - [" + time + "] \"GET " + target + " HTTP/1.1\" 200 5 \"-\" \"x\"\n";
  }

  private Path log(String name, String text) {
    return LogFile.writeBytes(folder.resolve("logs").resolve(name), text.getBytes(UTF_8));
  }

  private CommandRun hits(Object... words) {
    Object[] all = new Object[words.length + 3];
    System.arraycopy(new Object[] {"hits", "--output", results}, 0, all, 0, 3);
    System.arraycopy(words, 0, all, 3, words.length);
    return CommandRun.of(all);
  }

  private List<String> query(String columns) {
    return DuckDb.rows(
        "SELECT %s FROM read_parquet('%s/hits/*/*.parquet', hive_partitioning = true) ORDER BY ALL"
            .formatted(columns, results));
  }

  @Test
  void times_at_both_ends_of_the_calendar_are_written_as_they_are() {
    CommandRun run =
        hits(
            log(
                "a.gz",
                line("01/Jan/0001:00:30:00 +0100", "/book/first")
                    + line("31/Dec/9999:23:30:00 -0100", "/book/last")
                    + line("15/Oct/1582:00:00:00 +0000", "/book/gregorian")));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(query("path, epoch(time)::BIGINT, utc_offset"))
        .containsExactly(
            "/book/first\t-62135598600\t+0100",
            "/book/gregorian\t-12219292800\t+0000",
            "/book/last\t253402302600\t-0100");
  }

  @Test
  void without_an_accepted_line_there_is_a_table_without_rows() {
    CommandRun run = hits(log("a.gz", "::1 - - [never] \"GET /book/x/y HTTP/1.1\" 200 5\n\n"));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(results.resolve("hits")).isDirectory();
    assertThat(HitsTable.read(SharedSpark.session(), results.toString()).count()).isZero();
    assertThat(new ResultTables(results).balance().values())
        .singleElement()
        .hasToString("{blank=1, rejected/bad_time=1}");
  }

  @Test
  void filtered_lines_are_rows_and_rejected_ones_are_not() {
    String time = "01/Jun/2012:22:17:55 -0400";
    CommandRun run =
        hits(
            log(
                "a.gz",
                line(time, "/book/x")
                    + line(time, "/book/ping/x")
                    + line(time, "/blog/x")
                    + line(time, "/")
                    + line("31/Jun/2012:22:17:55 -0400", "/book/x")));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(query("outcome, section, path, date"))
        .containsExactly(
            "counted\tbook\t/book/x\t2012-06-02",
            "filtered/empty_path\tnull\t/\t2012-06-02",
            "filtered/excluded_name\tbook\t/book/ping/x\t2012-06-02",
            "filtered/outside_section\tblog\t/blog/x\t2012-06-02");
  }

  @Test
  void damage_ends_the_run_or_is_accounted_for() throws IOException {
    Path whole = log("whole.gz", line("01/Jun/2012:22:17:55 -0400", "/book/x").repeat(5000));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(bytes, bytes.length / 2));

    CommandRun refused = hits(cut);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains("file:" + cut + " is damaged").contains("--on-damage");
    assertThat(results).doesNotExist();

    CommandRun salvaged = hits("--on-damage", "salvage", cut);
    assertThat(salvaged.code()).as(salvaged.err()).isEqualTo(4);
    long rows = Long.parseLong(query("count(*)").get(0));
    assertThat(rows).isPositive();
    assertThat(new ResultTables(results).balance().get("file:" + cut))
        .containsEntry("counted", rows)
        .containsEntry("damaged", 1L);
  }

  @Test
  void hits_and_counts_replace_each_other_when_asked_to() {
    Path log = log("a.gz", line("01/Jun/2012:22:17:55 -0400", "/book/x"));
    assertThat(CommandRun.of("count", "--output", results, log).code()).isZero();
    assertThat(hits(log).code()).isEqualTo(2);
    assertThat(hits("--overwrite", log).code()).isZero();
    assertThat(results.resolve("path_counts")).doesNotExist();
    assertThat(CommandRun.of("count", "--overwrite", "--output", results, log).code()).isZero();
    assertThat(results.resolve("hits")).doesNotExist();
  }

  @Test
  void the_columns_are_the_documented_ones() {
    assertThat(hits(log("a.gz", line("01/Jun/2012:22:17:55 -0400", "/book/x"))).code()).isZero();
    List<String> written =
        DuckDb.rows(
                "DESCRIBE SELECT * FROM read_parquet('%s/hits/*/*.parquet', hive_partitioning = true)"
                    .formatted(results))
            .stream()
            .map(row -> row.split("\t"))
            .map(cells -> cells[0] + " " + SQL_TYPES.get(cells[1]))
            .toList();
    assertThat(written).containsExactlyElementsOf(documentedColumns());
  }

  private static List<String> documentedColumns() {
    return Page.REFERENCE.table("## Hits: every access as a row").stream()
        .map(row -> row.get(0).replace("`", "") + " " + row.get(1))
        .toList();
  }

  @Test
  void what_is_asked_for_is_checked_before_spark_starts() throws IOException {
    Path log = log("a.gz", line("01/Jun/2012:22:17:55 -0400", "/book/x"));
    Path key = Files.write(folder.resolve("key"), new byte[31]);

    assertThat(CommandRun.of("hits", log).err())
        .isEqualTo("hitledger: Missing required option: '--output=DIR'; see --help\n");
    assertThat(hits("--anonymize-hosts", "md5", log).err())
        .contains(
            "'--anonymize-hosts': expected one of [TRUNCATE, HASH] (case-insensitive) but was 'md5'; see --help");
    assertThat(hits("--hash-key-file", key, log).err())
        .isEqualTo("hitledger: --hash-key-file is for --anonymize-hosts hash only; add that\n");
    assertThat(hits("--anonymize-hosts", "hash", "--hash-key-file", key, log).err())
        .contains("key: expected 32 to 4,096 random bytes, but it has 31; to make one: head -c 32");
    CommandRun none = hits("--anonymize-hosts", "hash", "--hash-key-file", folder + "/no", log);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).endsWith("no: no such file, or not one to be read\n");
    assertThat(results).doesNotExist();
  }
}
