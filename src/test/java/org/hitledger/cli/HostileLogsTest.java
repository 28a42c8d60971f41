package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Expected;
import org.hitledger.testing.Full;
import org.hitledger.testing.HostileText;
import org.hitledger.testing.Inert;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What strangers write into every field of a log line is inert in every form of the result. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
class HostileLogsTest {
  private final Expected expected = new Expected(Oracle.withDefaults());
  private Path folder;
  private Path log;

  @BeforeAll
  void write(@TempDir Path temp) {
    folder = temp;
    byte[] lines =
        String.join(
                "\n", HostileText.texts().flatMap(HostileLogsTest::lines).toArray(String[]::new))
            .getBytes(UTF_8);
    log = LogFile.writeBytes(temp.resolve("hostile.gz"), lines);
    expected.add("file:" + log, records(lines));
  }

  /** The text in each field; in the target at its start, in its middle and at its end. */
  private static Stream<String> lines(String text) {
    return Stream.of(
            "%s - - [%s] 'GET /book/host HTTP/1.1' 200 5 '-' 'x'",
            "h %s - [%s] 'GET /book/identity HTTP/1.1' 200 5 '-' 'x'",
            "h - %s [%s] 'GET /book/user HTTP/1.1' 200 5 '-' 'x'",
            "h - - [%2$s] '%1$s /book/method HTTP/1.1' 200 5 '-' 'x'",
            "h - - [%2$s] 'GET %1$s/book/x HTTP/1.1' 200 5 '-' 'x'",
            "h - - [%2$s] 'GET %1$s HTTP/1.1' 200 5 '-' 'x'",
            "h - - [%2$s] 'GET book/%1$s HTTP/1.1' 200 5 '-' 'x'",
            "h - - [%2$s] 'GET /book/%1$s/x HTTP/1.1' 200 5 '-' 'x'",
            "h - - [%2$s] 'GET /book/x%1$s HTTP/1.1' 200 5 '-' 'x'",
            "h - - [%2$s] 'GET /book/query?%1$s#%1$s HTTP/1.1' 200 5 '-' 'x'",
            "h - - [%2$s] 'GET /book/referer HTTP/1.1' 200 5 '%1$s' 'x'",
            "h - - [%2$s] 'GET /book/agent HTTP/1.1' 200 5 '-' '%1$s'",
            "h - - [%1$s] 'GET /book/time HTTP/1.1' 200 5 '-' 'x'",
            "%1$s")
        .map(line -> line.replace('\'', '"').formatted(text, "01/Jun/2012:22:17:55 -0400"));
  }

  /** Split at LF, byte by byte. */
  private static List<byte[]> records(byte[] content) {
    List<byte[]> records = new ArrayList<>();
    var record = new ByteArrayOutputStream();
    for (byte b : content) {
      if (b == '\n') {
        records.add(record.toByteArray());
        record.reset();
      } else {
        record.write(b);
      }
    }
    records.add(record.toByteArray());
    return records;
  }

  private CommandRun run(Object... options) {
    CommandRun run =
        CommandRun.of(
            Stream.of(Stream.of("count", "--top", "all"), Arrays.stream(options), Stream.of(log))
                .flatMap(words -> words)
                .toArray());
    assertThat(run.code()).as(run.err()).isZero();
    Inert.requireInertLines(run.err());
    assertThat(run.err().lines().filter(line -> line.matches(".*(FORGED|hitledger: ).*")))
        .singleElement(STRING)
        .startsWith("hitledger: ")
        .contains("the first rejected line is line ", "\\x1B[31mFORGED\\x1B[0m");
    return run;
  }

  private List<String[]> rows() {
    return expected.tsv().lines().map(row -> row.split("\t", -1)).toList();
  }

  @Test
  void the_table_has_a_row_a_path_and_steers_nothing() {
    CommandRun run = run();
    Inert.requireInert(run.out());
    assertThat(run.out().split("\n")).hasSize(1 + rows().size());
    assertThat(run.out().split("\n")).allSatisfy(row -> assertThat(row).matches(" *\\S+  \\S.*"));
  }

  @Test
  void json_steers_nothing_and_says_to_the_letter_what_was_sent() throws Exception {
    CommandRun run = run("--format", "json");
    Inert.requireInert(run.out());
    JsonNode array = new ObjectMapper().readTree(run.out());
    assertThat(array).hasSize(rows().size());
    for (int i = 0; i < array.size(); i++) {
      assertThat(array.get(i).fieldNames()).toIterable().containsExactly("path", "count");
      assertThat(array.get(i).get("count").asText()).isEqualTo(rows().get(i)[0]);
      assertThat(array.get(i).get("path").textValue()).isEqualTo(rows().get(i)[1]);
    }
  }

  @Test
  void tsv_has_two_cells_a_row_and_none_begins_a_formula() {
    CommandRun run = run("--format", "tsv");
    assertThat(run.out()).isEqualTo(expected.tsv()).endsWith("\n");
    assertThat(run.out().split("\n"))
        .allSatisfy(row -> assertThat(row).matches("(?s)[0-9]+\t/*book/[^\t\n]+"))
        .hasSizeGreaterThan(HostileText.values().length);
  }

  @Test
  void results_and_rejects_are_written_whatever_is_in_them() throws Exception {
    Path results = folder.resolve("results");
    Path rejects = folder.resolve("rejects");
    run("--output", results, "--rejects", rejects);
    for (Path manifest : List.of(results.resolve("run.json"), rejects.resolve("run.json"))) {
      String json = Files.readString(manifest);
      Inert.requireInert(json);
      assertThat(json).doesNotContain("FORGED");
    }
  }
}
