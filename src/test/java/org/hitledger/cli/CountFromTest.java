package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.oracle.HostileLogs;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.FormatLines;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.ResultTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts from hits are those of their logs, whatever is asked for. */
@Full
class CountFromTest {
  private static final Path SAMPLES = Path.of("src/samples").toAbsolutePath();

  private static final String CLIENTS =
      """
      section: all
      excluded_names: [ping, "caf\u00e9", "a b"]
      excluded_extensions: [.PNG, .html, x]
      ignore_extension_case: true
      excluded_hosts: [192.0.2.162, "::1", host.example.org]
      excluded_agents: [oogle, probe, "5.0 (X11"]
      """;

  /** Texts that stand in many agents, and in the escapes of bytes. */
  private static final String CRAWLERS =
      """
      section: all
      excluded_names: []
      excluded_extensions: []
      crawlers:
        - {name: X, kind: tool, patterns: [x, E, "9", '\\']}
        - {name: B, kind: ai, patterns: [b, "café", "0 (X11"]}
      """;

  @TempDir Path folder;

  private void requireSameCounts(Path logs, String... options) {
    Path hits = folder.resolve("hits");
    CommandRun written = CommandRun.of("hits", "--on-damage", "salvage", "--output", hits, logs);
    assertThat(written.code()).as(written.err()).isIn(0, 4);
    for (String option : options) {
      requireSame(logs, hits, option);
    }
  }

  private void requireSame(Path logs, Path hits, String options) {
    List<Object> words =
        Stream.of(options.replace("@", folder.toString()).split(" "))
            .filter(word -> !word.isEmpty())
            .<Object>map(word -> word)
            .toList();
    CommandRun ofLogs = run(words, "--on-damage=salvage", logs);
    CommandRun ofHits = run(words, "--from", hits);
    assertThat(ofHits.out()).as(options + ofHits.err()).isEqualTo(ofLogs.out());
    assertThat(balance(ofHits)).as(options).isEqualTo(balance(ofLogs));
    assertThat(ofHits.code()).isEqualTo(ofLogs.code()).isIn(0, 4);
  }

  private static CommandRun run(List<Object> options, Object... more) {
    return CommandRun.of(
        Stream.of(Stream.of("count"), options.stream(), Arrays.stream(more))
            .flatMap(words -> words)
            .toArray());
  }

  /** All of it but how long it took, and what it says of single lines. */
  private static List<String> balance(CommandRun run) {
    return run.err()
        .lines()
        .filter(line -> !line.startsWith("hitledger: ") && !line.startsWith("seconds"))
        // As wide as the seconds make them.
        .map(line -> line.replaceAll(" +", " "))
        .toList();
  }

  @Test
  void of_the_samples() throws IOException {
    Files.writeString(folder.resolve("clients.yaml"), CLIENTS);
    requireSameCounts(
        SAMPLES,
        "",
        "--section all --top 5 --format json",
        "--rules @/clients.yaml --top all",
        "--rules @/clients.yaml --section book --by day --format tsv",
        "--by day --zone America/New_York --top 3",
        "--by hour --zone +05:30 --format json --top all",
        "--rules site --status 200,0304 --method GET,PUT",
        "--rules site --method HEAD --status 404,301 --top all --by month",
        "--rules site --since 2012-06-01T12:00 --until 2012-06-02T22:30 --zone Europe/Berlin",
        "--since 2030-01-01",
        "--people --top all",
        "--rules site --crawlers --top all --by day --format json",
        "--rules @/clients.yaml --people --since 2012-06-02 --top all");
  }

  @Test
  void of_every_log_format() {
    FormatLines.all()
        .forEach(
            (format, lines) ->
                LogFile.write(
                    folder.resolve("logs/" + format + ".gz"),
                    lines.stream().map(line -> line.getBytes(UTF_8)).toList()));
    requireSameCounts(
        folder.resolve("logs"),
        "--rules site --top all --by hour",
        "--rules site --status 200 --method GET --format json",
        "--rules site --crawlers --top all",
        "--rules site --people --top all",
        "--section a --since 2024-03-02T09:00:07Z");
  }

  @Test
  void of_hostile_lines_and_ends_of_files() throws IOException {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("CountFromTest: -Dhitledger.seed=" + seed);
    Path logs = folder.resolve("logs");
    HostileLogs.write(logs, seed);
    Files.writeString(folder.resolve("clients.yaml"), CLIENTS);
    Files.writeString(folder.resolve("crawlers.yaml"), CRAWLERS);
    requireSameCounts(
        logs,
        "--rules @/crawlers.yaml --people --top all --format tsv",
        "--rules @/crawlers.yaml --crawlers --top all --format json",
        "--rules site --people --top all --by day",
        "--top all --format json",
        "--section all --top all --format tsv --by day",
        "--rules site --top all --by hour --zone Asia/Kolkata",
        "--rules @/clients.yaml --top all",
        "--rules site --method GET,get,CONNECT,connect --status 0,200,00404 --top all",
        "--rules site --since 0001-06-01 --until 9999-06-01 --top all --by month");
  }

  @Test
  void tables_of_a_count_are_those_of_its_logs() throws IOException {
    Path hits = folder.resolve("hits");
    assertThat(CommandRun.of("hits", "--output", hits, SAMPLES).code()).isZero();
    assertThat(CommandRun.of("count", "--output", folder.resolve("a"), SAMPLES).code()).isZero();
    CommandRun run = CommandRun.of("count", "--output", folder.resolve("b"), "--from", hits);

    assertThat(run.code()).as(run.err()).isZero();
    var ofLogs = new ResultTables(folder.resolve("a"));
    var ofHits = new ResultTables(folder.resolve("b"));
    assertThat(ofHits.tsv()).isEqualTo(ofLogs.tsv());
    assertThat(ofHits.balance()).isEqualTo(ofLogs.balance());
    assertThat(Files.readString(folder.resolve("b/run.json")))
        .contains("\"from\" : \"" + hits, "access.log-20120602.gz", "\"section\" : \"book\"")
        .doesNotContain("max-line-bytes", "log-zone", "on-damage");
  }

  @Test
  void where_nothing_counts_sections_are_named() {
    Path hits = folder.resolve("hits");
    assertThat(CommandRun.of("hits", "--output", hits, SAMPLES).code()).isZero();
    CommandRun ofLogs = CommandRun.of("count", "--section", "none", SAMPLES);
    CommandRun ofHits = CommandRun.of("count", "--section", "none", "--from", hits);
    assertThat(ofHits.out()).isEqualTo("no hits\n");
    String note = "hitledger: no access counts below /none/: the first segments seen most are";
    assertThat(notes(ofHits, note)).isEqualTo(notes(ofLogs, note)).hasSize(1);
  }

  private static List<String> notes(CommandRun run, String start) {
    return run.err().lines().filter(line -> line.startsWith(start)).toList();
  }

  @Test
  void names_of_logs_are_kept_as_they_are() {
    Path logs = folder.resolve("a b%20[1]{x},;\u00e9");
    LogFile.writeBytes(logs.resolve("x=1 *?.gz"), line("/book/a").getBytes(UTF_8));
    Path hits = folder.resolve("hits");
    assertThat(CommandRun.of("hits", "--output", hits, logs).code()).isZero();
    assertThat(run(List.of(), "--from", hits, "--output", folder.resolve("out")).code()).isZero();
    assertThat(new ResultTables(folder.resolve("out")).balance())
        .isEqualTo(new ResultTables(hits).balance())
        .hasSize(1);
  }

  @Test
  void a_table_without_rows_counts_nothing() {
    Path log =
        LogFile.writeBytes(
            folder.resolve("a.gz"),
            "::1 - - [never] \"GET /book/x/y HTTP/1.1\" 200 5\n\n".getBytes(UTF_8));
    requireSameCounts(log, "--by day");
  }

  @Test
  void what_damage_has_cut_off_is_told_again() {
    byte[] packed = LogFile.gzip(line("/book/a").repeat(100).getBytes(UTF_8));
    LogFile.writeRaw(folder.resolve("cut.gz"), Arrays.copyOf(packed, packed.length - 9));
    requireSameCounts(folder.resolve("cut.gz"), "");
    CommandRun run = run(List.of(), "--from", folder.resolve("hits"));
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err())
        .contains(
            "hitledger: file:%s/cut.gz was damaged when its hits were written: the file ends inside a member (at byte "
                .formatted(folder),
            "); what follows is not among them; get a whole copy and write them anew\n");
  }

  @Test
  void bytes_that_are_not_utf_8_count_as_their_escapes() {
    Path log =
        LogFile.writeBytes(
            folder.resolve("a.log"),
            (line("/book/caf\u00e9") + line("/book/caf\\xE9") + line("/book/\\x41"))
                .getBytes(ISO_8859_1));
    requireSameCounts(log, "--top all --format tsv", "--rules site --by day");
  }

  private static String line(String target) {
    return "1.2.3.4 - - [01/Jun/2012:12:00:00 +0000] \"GET " + target + " HTTP/1.1\" 200 5\n";
  }
}
