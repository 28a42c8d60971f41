package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hitledger.oracle.HitLines;
import org.hitledger.oracle.HostileLines;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.Cases;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.ExpectedHits;
import org.hitledger.testing.Full;
import org.hitledger.testing.HitTable;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.ResultTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** From generated files to one row for each accepted line, against the oracle. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
class HitsOnCorpusTest {
  private static final List<String> FILES =
      List.of("a/access.log-1.gz", "a/access.log-2.gz", "b/deep er/day=3.gz", "b/access.log");
  private static final int LINES_PER_FILE = Cases.LINES_OF_A_CORPUS_FILE.count();

  private final ExpectedHits expected = new ExpectedHits(Oracle.withDefaults());
  private Path logs;
  private Path results;

  @BeforeAll
  void writeOnce(@TempDir Path folder) {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("HitsOnCorpusTest: -Dhitledger.seed=" + seed);
    logs = folder.resolve("logs");
    results = folder.resolve("results");
    var hits = new HitLines(seed);
    var hostile = new HostileLines(seed);
    for (String name : FILES) {
      List<byte[]> lines = new ArrayList<>();
      Stream.generate(hits::next).limit(LINES_PER_FILE).forEach(lines::add);
      Stream.generate(hostile::next).limit(LINES_PER_FILE / 4).forEach(lines::add);
      write(name, lines);
    }
    CommandRun run = CommandRun.of("hits", "--output", results, logs);
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** With a byte order mark, which is no part of the first line. */
  private void write(String name, List<byte[]> lines) {
    List<byte[]> parts = List.of("\ufeff".getBytes(UTF_8), LogFile.joined(lines));
    Path file = LogFile.writeBytes(logs.resolve(name), concatenated(parts));
    expected.add("file:" + file, lines);
  }

  private static byte[] concatenated(List<byte[]> parts) {
    var bytes = new ByteArrayOutputStream();
    parts.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  @Test
  void the_rows_are_the_oracles_to_the_letter() {
    expected.requireSameRows(new HitTable(results));
  }

  @Test
  void the_balance_of_every_file_is_the_oracles() {
    assertThat(new ResultTables(results).balance()).isEqualTo(expected.lines().balance());
  }

  @Test
  void rows_of_every_file_and_class_are_as_many_as_the_balance_says() {
    List<String> rows =
        DuckDb.rows(
            "SELECT file, outcome, count(*) FROM %s GROUP BY ALL"
                .formatted(new HitTable(results).from()));
    List<String> lines =
        DuckDb.rows(
            "SELECT file, outcome, lines FROM '%s/balance/*.parquet' WHERE outcome = 'counted' OR outcome LIKE 'filtered/%%'"
                .formatted(results));
    assertThat(rows).containsExactlyInAnyOrderElementsOf(lines).isNotEmpty();
  }

  @Test
  void counting_hits_gives_what_count_gives() {
    CommandRun count = CommandRun.of("count", "--top", "all", "--format", "tsv", logs);
    List<String> counted =
        DuckDb.rows(
            "SELECT count(*), path FROM %s WHERE outcome = 'counted' GROUP BY path ORDER BY 1 DESC, 2"
                .formatted(new HitTable(results).from()));
    assertThat(String.join("\n", counted) + "\n").isEqualTo(count.out());
    assertThat(count.out()).isEqualTo(expected.lines().tsv());
  }

  @Test
  void accepted_blank_and_rejected_lines_are_the_lines_read() throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(results.resolve("run.json").toFile());
    Map<String, Long> totals =
        new ObjectMapper()
            .convertValue(manifest.get("totals"), new TypeReference<Map<String, Long>>() {});
    long notAccepted =
        totals.entrySet().stream()
            .filter(e -> e.getKey().equals("blank") || e.getKey().startsWith("rejected/"))
            .collect(Collectors.summingLong(Map.Entry::getValue));
    assertThat(totals.get("lines_read"))
        .isEqualTo(expected.rows().size() + notAccepted)
        .isEqualTo(FILES.size() * (LINES_PER_FILE + LINES_PER_FILE / 4L));
    assertThat(manifest.findValuesAsText("command")).containsExactly("hits");
  }
}
