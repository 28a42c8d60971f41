package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Full;
import org.hitledger.testing.HostileText;
import org.hitledger.testing.Inert;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of files that strangers may choose: they work as names, and are inert where shown. */
@Full
class HostileNamesTest {
  private static final String LINE =
      "h - - [01/Jun/2012:22:17:55 -0400] \"GET /book/%d HTTP/1.1\" 200 5\n";

  @TempDir Path folder;

  private static byte[] lines(int number) {
    return LINE.formatted(number).getBytes(UTF_8);
  }

  private static JsonNode manifest(Path results) throws IOException {
    String json = Files.readString(results.resolve("run.json"));
    Inert.requireInert(json);
    return new ObjectMapper().readTree(json);
  }

  /** Each text as a folder, and as the start of gzip and plain files in it. */
  private List<Path> writeLogs(Path logs) {
    return HostileText.texts()
        .flatMap(text -> Stream.of(text + ".gz", "x" + text + "/" + text + ".log", text))
        .map(name -> logs.resolve(name))
        .map(file -> LogFile.writeBytes(file, lines(1)))
        .toList();
  }

  @Test
  void logs_of_any_name_are_counted_and_named_to_the_letter() throws IOException {
    Path results = folder.resolve("results");
    Path logs = folder.resolve("logs");
    List<String> names = writeLogs(logs).stream().map(path -> "file:" + path).sorted().toList();

    CommandRun run =
        CommandRun.of(
            "count",
            "--format",
            "tsv",
            "--output",
            results,
            "--rejects",
            folder.resolve("r"),
            logs);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(names.size() + "\t/book/1\n");
    Inert.requireInertLines(run.err());
    assertThat(manifest(results).get("inputs").findValuesAsText("file"))
        .containsExactlyInAnyOrderElementsOf(names);
    // Hexadecimal, since the texts have the line ends and TABs that rows are told by.
    assertThat(
            DuckDb.rows("SELECT hex(file), lines FROM '%s/balance/*.parquet'".formatted(results)))
        .containsExactlyInAnyOrderElementsOf(
            names.stream().map(name -> hex(name) + "\t1").toList());
  }

  private static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8));
  }

  @Test
  void a_pattern_finds_logs_of_any_name() {
    Path logs = folder.resolve("logs");
    List<Path> files = writeLogs(logs);
    CommandRun run = CommandRun.of("count", "--format", "tsv", logs + "/*.gz", logs + "/x*/*.log");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(files.size() / 3 * 2 + "\t/book/1\n");
  }

  /** A few; that a folder of any name can be published at is shown where that is done. */
  @ParameterizedTest
  @EnumSource(names = {"ALL_CONTROLS", "NEW_NOTE", "PATTERN", "PERCENTS", "OTHER_PLANES"})
  void folders_of_any_name_take_results_and_give_them_back_to_the_letter(HostileText name)
      throws IOException {
    Path log = LogFile.writeBytes(folder.resolve("a.log"), lines(1));
    Path output = folder.resolve(name.text());
    Path rules = Files.copy(Path.of("conf/path-rules.yaml"), folder.resolve(name.text() + ".yaml"));
    Path left = folder.resolve(".%s.staging-1-2-elsewhere".formatted(name.text()));
    Files.createDirectory(left);

    CommandRun run =
        CommandRun.of("count", "--overwrite", "--output", output, "--rules", rules, log, log);

    assertThat(run.code()).as(run.err()).isZero();
    Inert.requireInertLines(run.err());
    assertThat(run.err()).contains("another run writes at").contains("was named twice");
    JsonNode options = manifest(output).get("options");
    assertThat(options.get("output").textValue()).isEqualTo(output.toString());
    assertThat(options.get("rules").textValue()).isEqualTo(rules.toString());
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactlyInAnyOrder(log, output, rules, left);
    }
  }

  @Test
  void notes_on_files_of_any_name_stay_one_line_each() throws IOException {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    LogFile.writeBytes(logs.resolve("a.log"), lines(1));
    for (HostileText name : HostileText.values()) {
      LogFile.writeBytes(logs.resolve("." + name.text()), lines(1));
      Files.createSymbolicLink(logs.resolve("l" + name.text()), folder.resolve("nowhere"));
    }
    CommandRun run = CommandRun.of("count", logs);
    assertThat(run.code()).as(run.err()).isZero();
    Inert.requireInertLines(run.err());
    assertThat(run.err().lines().filter(line -> line.startsWith("hitledger: skipped ")))
        .hasSize(2 * HostileText.values().length);
  }

  private Path damaged(HostileText name) throws IOException {
    Path file = LogFile.writeBytes(folder.resolve("logs/%s.gz".formatted(name.text())), lines(1));
    byte[] bytes = Files.readAllBytes(file);
    return Files.write(file, Arrays.copyOf(bytes, bytes.length - 10));
  }

  /** A few; all names are shown together where the files are salvaged. */
  @ParameterizedTest
  @EnumSource(names = {"ALL_CONTROLS", "NEW_NOTE", "SEPARATORS", "PERCENTS"})
  void a_damaged_file_of_any_name_ends_the_run_in_one_line(HostileText name) throws IOException {
    CommandRun run = CommandRun.of("count", damaged(name));
    assertThat(run.code()).as(run.err()).isEqualTo(3);
    Inert.requireInertLines(run.err());
    assertThat(run.err().split("\n")).hasSize(1);
    assertThat(run.err()).contains("is damaged");
  }

  @Test
  void damaged_files_of_any_name_are_salvaged_and_named_to_the_letter() throws IOException {
    List<String> names = new ArrayList<>();
    for (HostileText name : HostileText.values()) {
      names.add("file:" + damaged(name));
    }
    Path output = folder.resolve("results");
    CommandRun run =
        CommandRun.of(
            "count", "--on-damage", "salvage", "--output", output, folder.resolve("logs"));
    assertThat(run.code()).as(run.err()).isEqualTo(4);
    Inert.requireInertLines(run.err());
    assertThat(manifest(output).get("damaged").findValuesAsText("file"))
        .containsExactlyInAnyOrderElementsOf(names);
  }
}
