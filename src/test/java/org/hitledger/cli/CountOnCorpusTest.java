package org.hitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.oracle.HostileLines;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.Cases;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Expected;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.ResultTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** From generated files to standard output and Parquet, against the oracle. */
@TestInstance(Lifecycle.PER_CLASS)
class CountOnCorpusTest {
  private static final List<String> FILES =
      List.of("a/access.log-1.gz", "a/access.log-2.gz", "b/deep er/day=3.gz", "b/access.log");
  private static final int LINES_PER_FILE = Cases.LINES_OF_A_CORPUS_FILE.count();

  private final Expected expected = new Expected(Oracle.withDefaults());
  private Path logs;
  private Path results;
  private CommandRun run;

  @BeforeAll
  void countOnce(@TempDir Path folder) {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("CountOnCorpusTest: -Dhitledger.seed=" + seed);
    logs = folder.resolve("logs");
    results = folder.resolve("results");
    var hostile = new HostileLines(seed);
    for (String name : FILES) {
      List<byte[]> lines = new ArrayList<>();
      Stream.generate(hostile::next).limit(LINES_PER_FILE).forEach(lines::add);
      Path file = LogFile.write(logs.resolve(name), lines);
      expected.add("file:" + file, lines);
    }
    run =
        CommandRun.of(
            "count",
            "--log-format",
            "combined",
            "--format",
            "tsv",
            "--top",
            "all",
            "--output",
            results,
            logs);
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void standard_output_is_the_oracles_table_to_the_byte() {
    assertThat(run.out()).isEqualTo(expected.tsv());
  }

  @Test
  void parquet_holds_the_same_rows_in_the_same_order() {
    assertThat(new ResultTables(results).tsv()).isEqualTo(expected.tsv());
  }

  @Test
  void the_balance_of_every_file_is_the_oracles() {
    assertThat(new ResultTables(results).balance()).isEqualTo(expected.balance());
  }

  @Test
  void column_types_are_the_documented_ones() {
    assertThat(types("path_counts")).containsExactly("path\tVARCHAR", "count\tBIGINT");
    assertThat(types("balance"))
        .containsExactly(
            "file\tVARCHAR", "outcome\tVARCHAR", "lines\tBIGINT", "log_format\tVARCHAR");
  }

  private List<String> types(String table) {
    return DuckDb.rows(
        "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '%s/%s/*.parquet')"
            .formatted(results, table));
  }

  @Test
  void the_manifest_tells_inputs_rules_and_totals_that_add_up() throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(results.resolve("run.json").toFile());
    JsonNode totals = manifest.get("totals");
    assertThat(totals.get("lines_read").asLong()).isEqualTo(expected.lines());
    expected.totals().forEach((name, n) -> assertThat(totals.get(name).asLong()).isEqualTo(n));
    assertThat(totals.get("paths").asLong()).isEqualTo(expected.tsv().lines().count());
    assertThat(manifest.get("inputs")).hasSize(FILES.size());
    assertThat(manifest.get("inputs").get(0).get("length").asLong())
        .isEqualTo(Files.size(logs.resolve(FILES.get(0))));
    assertThat(manifest.get("rules").get("section").asText()).isEqualTo("book");
    assertThat(manifest.get("versions").get("spark").asText()).isNotEmpty();
  }

  @Test
  void standard_error_carries_the_balance_and_each_files_first_rejected_line() {
    assertThat(run.err().lines().filter(line -> line.startsWith("hitledger: ")))
        .hasSize(FILES.size())
        .allMatch(line -> line.contains(": the first rejected line is line "));
    assertThat(
            run.err()
                .lines()
                .filter(line -> !line.startsWith("hitledger: "))
                .map(line -> line.strip().split("  +", 2)[0]))
        .containsExactly(
            "lines read",
            "blank",
            "rejected/too_long",
            "rejected/no_match",
            "rejected/bad_time",
            "filtered/no_request",
            "filtered/bad_target",
            "filtered/empty_path",
            "filtered/excluded_name",
            "filtered/excluded_extension",
            "filtered/outside_section",
            "counted",
            "damaged",
            "files",
            "bytes",
            "seconds");
  }

  @Test
  void json_gives_the_first_rows_as_objects() throws IOException {
    CommandRun json =
        CommandRun.of("count", "--log-format", "combined", "--format", "json", "--top", "3", logs);
    String rows =
        new ObjectMapper()
            .readTree(json.out()).findParents("path").stream()
                .map(row -> row.get("count").asLong() + "\t" + row.get("path").asText() + "\n")
                .reduce("", String::concat);
    assertThat(expected.tsv()).startsWith(rows);
    assertThat(rows.lines()).hasSize(3);
  }

  @Test
  void splitting_and_reordering_files_changes_no_total() {
    CommandRun parts =
        CommandRun.of(
            "count",
            "--log-format",
            "combined",
            "--format",
            "tsv",
            "--top",
            "all",
            logs.resolve("b"),
            logs.resolve("a"));
    assertThat(parts.out()).isEqualTo(run.out());
  }
}
