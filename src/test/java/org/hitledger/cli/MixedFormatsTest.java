package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hitledger.compression.Packing;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.FormatLines;
import org.hitledger.testing.Packer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a file of each log format in each packing: found out, counted, and tables of. */
@TestInstance(Lifecycle.PER_CLASS)
class MixedFormatsTest {
  /** Each packing, and plain text. */
  private static final int WAYS = Packing.values().length + 1;

  private final Map<String, String> formatOf = new TreeMap<>();
  private Path folder;
  private Path logs;

  @BeforeAll
  void write(@TempDir Path temp) throws IOException {
    folder = temp;
    logs = Files.createDirectories(temp.resolve("logs"));
    for (Map.Entry<String, List<String>> format : FormatLines.all().entrySet()) {
      byte[] text = (String.join("\n", format.getValue()) + "\n").getBytes(UTF_8);
      write(format.getKey(), "", text);
      for (Packing packing : Packing.values()) {
        write(format.getKey(), packing.suffix(), Packer.pack(packing, text));
      }
    }
  }

  private void write(String format, String suffix, byte[] content) throws IOException {
    Path file = Files.write(logs.resolve(format + ".log" + suffix), content);
    formatOf.put("file:" + file, format);
  }

  @Test
  void all_are_counted_in_one_run() throws IOException {
    Path results = folder.resolve("counts");
    CommandRun run =
        CommandRun.of(
            "count",
            "--section=all",
            "--same-content=count",
            "--format=tsv",
            "--top=all",
            "--output",
            results,
            logs);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .contains("%d\t/a/b".formatted(WAYS * FormatLines.all().size()))
        .containsAll(
            FormatLines.all().keySet().stream()
                .map(format -> "%d\t/%s/1".formatted(WAYS, format))
                .toList())
        .hasSize(1 + FormatLines.all().size());
    assertThat(run.err())
        .contains("hitledger: log formats found: common (files: 5), combined (files: 5), ")
        .containsPattern("(?m)^  ignored/header +10$");
    JsonNode inputs =
        new ObjectMapper().readTree(results.resolve("run.json").toFile()).get("inputs");
    var found = new TreeMap<String, String>();
    inputs.forEach(
        input -> found.put(input.get("file").asText(), input.get("log_format").asText()));
    assertThat(found).isEqualTo(formatOf);
    assertThat(
            DuckDb.rows(
                "SELECT DISTINCT file || ' ' || log_format FROM '%s/balance/*.parquet'"
                    .formatted(results)))
        .containsExactlyInAnyOrderElementsOf(
            formatOf.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }

  @Test
  void detect_names_the_format_of_each() throws IOException {
    CommandRun run = CommandRun.of("detect", "--format=json", logs);

    assertThat(run.code()).as(run.err()).isZero();
    var found = new TreeMap<String, String>();
    new ObjectMapper()
        .readTree(run.out())
        .forEach(row -> found.put(row.get("file").asText(), row.get("format").asText()));
    assertThat(found).isEqualTo(formatOf);
  }

  @Test
  void rows_of_all_stand_in_one_table() {
    Path results = folder.resolve("accesses");
    CommandRun run = CommandRun.of("hits", "--rules=site", "--output", results, logs);

    assertThat(run.code()).as(run.err()).isZero();
    String table =
        "read_parquet('%s/hits/*/*.parquet', hive_partitioning = true)".formatted(results);
    assertThat(DuckDb.rows("SELECT count(*) FROM " + table))
        .containsExactly(Integer.toString(2 * WAYS * FormatLines.all().size()));
    assertThat(
            DuckDb.rows(
                "SELECT DISTINCT duration, host, extra['s-ip'], utc_offset FROM "
                    + table
                    + " WHERE file LIKE '%/w3c.log%'"))
        .containsExactly("46000\t198.51.100.10\t10.0.0.4\tnull");
    assertThat(
            DuckDb.rows(
                "SELECT DISTINCT vhost, host FROM "
                    + table
                    + " WHERE file LIKE '%/vhost_combined%'"))
        .containsExactly("a.example:80\t192.0.2.1");
  }

  @Test
  void a_privacy_option_covers_what_other_formats_have() {
    Path results = folder.resolve("covered");
    CommandRun run =
        CommandRun.of(
            "hits",
            "--anonymize-hosts=truncate",
            "--keep-extra=req_id",
            "--output",
            results,
            logs.resolve("forwarded_combined.log"),
            logs.resolve("ingress_nginx.log"));

    assertThat(run.code()).as(run.err()).isZero();
    String table =
        "read_parquet('%s/hits/*/*.parquet', hive_partitioning = true)".formatted(results);
    assertThat(
            DuckDb.rows(
                "SELECT DISTINCT host, forwarded_for, extra FROM " + table + " ORDER BY host DESC"))
        .containsExactly(
            "203.0.113.0\t203.0.113.0, 10.1.1.0, 10.1.1.0\tnull", "192.0.2.0\tnull\t{req_id=abc}");
  }
}
