package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hits cannot answer, and folders that have none: one line that says so. */
@Full
class CountFromRefusalsTest {
  private static final String LINE =
      "1.2.3.4 - - [01/Jun/2012:12:00:00 +0000] \"GET %s HTTP/1.1\" 200 5 \"-\" \"%s\"\n";

  @TempDir Path folder;
  private Path hits;
  private Path log;

  @BeforeEach
  void writeLog() {
    hits = folder.resolve("hits");
    log(LINE.formatted("/book/a", "x"));
  }

  private void log(String lines) {
    log = LogFile.writeBytes(folder.resolve("a.log"), lines.getBytes(ISO_8859_1));
  }

  private void write(Object... options) {
    List<Object> words = new ArrayList<>(List.of("hits", "--output", hits, log));
    words.addAll(List.of(options));
    CommandRun run = CommandRun.of(words.toArray());
    assertThat(run.code()).as(run.err()).isZero();
  }

  private CommandRun from(Object... options) {
    List<Object> words = new ArrayList<>(List.of("count", "--from", hits));
    words.addAll(List.of(options));
    return CommandRun.of(words.toArray());
  }

  /** A file of rules for all sections, with these keys besides or instead. */
  private Path rules(String... keys) throws IOException {
    Stream<String> others =
        Stream.of("section: all", "excluded_names: []", "excluded_extensions: []")
            .filter(
                line -> Stream.of(keys).noneMatch(key -> key.startsWith(line.split(":", 2)[0])));
    return Files.write(
        folder.resolve("rules.yaml"), Stream.concat(Stream.of(keys), others).toList());
  }

  private static void requireRefusal(CommandRun run, int code, String message) {
    assertThat(run.err()).isEqualTo("hitledger: " + message + "\n");
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--log-format auto",
        "--log-zone UTC",
        "--skip-unknown",
        "--on-damage fail",
        "--same-content count",
        "--max-line-bytes 1048576"
      })
  void options_on_reading_logs(String option) {
    requireRefusal(
        from((Object[]) option.split(" ", -1)),
        2,
        "%s cannot go with --from: logs were read when the hits were written; leave it out, or give it to hits and write them anew"
            .formatted(option.split(" ", -1)[0]));
  }

  @ParameterizedTest
  @CsvSource({"--max-rejected,5", "--rejects,x"})
  void options_on_rejected_lines(String option, String value) {
    requireRefusal(
        from(option, value),
        2,
        option
            + " cannot go with --from: rejected lines are not among hits; leave it out, or give it to hits and write them anew");
  }

  @Test
  void logs_besides() {
    requireRefusal(
        from("x.log", "y.log"),
        2,
        "INPUT x.log cannot go with --from, which names all that is counted; leave one of them out");
  }

  @Test
  void folders_without_hits() {
    String expected =
        "; expected a folder that './submit.sh count --output DIR' or './submit.sh hits --output DIR' has written to its end";
    requireRefusal(from(), 3, hits + " does not exist" + expected);
    hits = folder;
    requireRefusal(
        from(), 3, hits + " has no run.json, which says that results are whole" + expected);
    hits = folder.resolve("counts");
    assertThat(CommandRun.of("count", "--output", hits, log).code()).isZero();
    requireRefusal(
        from(),
        3,
        "file:"
            + hits
            + " has no table of hits; expected a folder that './submit.sh hits --output DIR' has written to its end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncate", "hash"})
  void hosts_that_are_not_kept(String how) throws IOException {
    write("--anonymize-hosts", how, "--drop-query");
    Path rules = rules("excluded_hosts: [1.2.3.4]");
    requireRefusal(
        from("--rules", rules),
        2,
        "--rules %s has excluded_hosts, but the hosts of file:%s are not kept as they were logged (--anonymize-hosts %s); use the rules that they were written by, others without excluded_hosts, or count the logs"
            .formatted(rules, hits, how));
    assertThat(from("--rules", rules("excluded_agents: [y]"), "--format=tsv").out())
        .isEqualTo("1\t/book/a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "excluded_agents: [E9bot, '-']",
        "excluded_names: ['c\\xE9', b]",
        "excluded_extensions: [9.x, '.Y']",
        "excluded_hosts: ['1.2.3.4', '192.0.2.1']"
      })
  void by_the_rules_that_they_were_written_by_all_can_be_told(String rule) throws IOException {
    log(
        LINE.formatted("/a", "\\xE9bot")
            + LINE.formatted("/c\u00e9/\u00e9.x", "-")
            + LINE.formatted("/b", "x").replace("1.2.3.4", "192.0.2.9")
            + LINE.formatted("/d", "x").replace("1.2.3.4", "192.0.2.9").replace("GET", "PUT"));
    Path rules = rules(rule);
    write("--rules", rules, "--anonymize-hosts", "truncate");
    String other = rule.replaceAll("\\[(.*), (.*)\\]", "[$2, $1]");
    assertThat(other).isNotEqualTo(rule);

    for (String criteria : List.of("--top=all", "--method=GET", "--until=2012-06-01T12:00")) {
      CommandRun ofLogs = CommandRun.of("count", "--rules", rules, criteria, "--format=tsv", log);
      CommandRun ofHits = from("--rules", rules(other), criteria, "--format=tsv");
      assertThat(ofHits.code()).as(ofHits.err()).isZero();
      assertThat(ofHits.out()).isEqualTo(ofLogs.out());
      assertThat(classes(ofHits)).isEqualTo(classes(ofLogs)).isNotEmpty();
      rules(rule);
    }
  }

  private static List<String> classes(CommandRun run) {
    return run.err()
        .lines()
        .filter(line -> line.contains("filtered/"))
        .map(line -> line.replaceAll(" +", " "))
        .toList();
  }

  @Test
  void statuses_that_no_row_can_have() {
    write();
    requireRefusal(
        from("--status", "200,2147483648,2147483647"),
        2,
        "--status 2147483648: hits do not keep statuses beyond 2147483647; leave it out, or count the logs");
  }

  static Stream<Arguments> rules_that_look_for_a_part_of_an_escape() {
    return Stream.of(
        Arguments.of("excluded_agents: [E9bot]", "/a", "\\xE9bot", "excluded_agent"),
        Arguments.of("excluded_agents: ['c\\xE9']", "/a", "c\u00e9", "excluded_agent"),
        Arguments.of("excluded_agents: ['-']", "/a", "-", "excluded_agent"),
        Arguments.of("excluded_names: ['c\\xE9']", "/c\u00e9", "x", "excluded_name"),
        Arguments.of("excluded_extensions: [9.x]", "/\u00e9.x", "x", "excluded_extension"));
  }

  @ParameterizedTest
  @MethodSource
  void rules_that_look_for_a_part_of_an_escape(
      String rule, String path, String agent, String outcome) throws IOException {
    log(LINE.formatted(path, agent));
    write();
    requireRefusal(
        from("--rules", rules(rule)),
        2,
        "file:%s: whether an access is filtered/%s or counted cannot be told from its hit, which does not say if a \\xHH or a - was logged as such; have the rules (--rules) look for other texts, or count the logs"
            .formatted(log, outcome));
  }

  @Test
  void tables_that_lack_a_file() throws IOException {
    write();
    Path file = onlyFile();
    long bytes = Files.size(file);
    Files.delete(file);
    requireRefusal(
        from(),
        3,
        "file:%s has no %s of %,d bytes, which its run.json lists; put it back as it was, or make these results anew from their logs"
            .formatted(hits, hits.relativize(file), bytes));
  }

  /** As versions of this program wrote them that listed no files. */
  @Test
  void tables_that_lack_rows_without_a_list_of_files() throws IOException {
    write();
    Path manifest = hits.resolve("run.json");
    String all = Files.readString(manifest);
    Files.writeString(
        manifest, all.replaceFirst("(?s),\\s*\"files\" : \\[[^]]*\\]\\s*\\}\\s*$", "}"));
    assertThat(manifest).content().doesNotContain("\"files\"");
    Files.delete(onlyFile());
    requireRefusal(
        from(),
        3,
        "file:%s: the tables have 0 lines, but run.json says 1; write the hits anew from their logs"
            .formatted(hits));
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.walk(hits.resolve("hits"))) {
      List<Path> rows = files.filter(file -> file.toString().endsWith(".parquet")).toList();
      assertThat(rows).hasSize(1);
      return rows.get(0);
    }
  }

  @Test
  void an_output_among_the_hits() {
    write();
    Path output = hits.resolve("hits/out");
    requireRefusal(
        from("--output", output),
        2,
        "--output file:%s equals, contains or lies in the input file:%s; name a folder apart from it"
            .formatted(output, hits));
    assertThat(from("--overwrite", "--output", hits).code()).isEqualTo(2);
  }

  @Test
  void a_manifest_of_another_version() throws IOException {
    write();
    Path manifest = hits.resolve("run.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"left_out\"", "\"of_another_version\""));
    CommandRun run = from();
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .startsWith("hitledger: file:%s is not as this version writes it: ".formatted(manifest))
        .endsWith("; write the results anew\n")
        .hasLineCount(1);
  }
}
