package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same log twice, through the whole job. */
class SameContentRunTest {
  private static final String HIT =
      "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/x HTTP/1.1\" 200 5 \"-\" \"x\"\n";

  @TempDir Path folder;
  private Path plain;
  private Path gzip;

  @BeforeEach
  void writeLogs() {
    plain = LogFile.writeBytes(folder.resolve("logs/access.log"), HIT.repeat(3).getBytes(UTF_8));
    gzip = LogFile.writeBytes(folder.resolve("logs/access.log.gz"), HIT.repeat(3).getBytes(UTF_8));
    LogFile.writeBytes(folder.resolve("logs/other.log"), HIT.getBytes(UTF_8));
  }

  private CommandRun run(String... option) {
    var words = new ArrayList<Object>();
    words.add("count");
    words.add("--format=tsv");
    words.addAll(List.of(option));
    words.add("--output");
    words.add(folder.resolve("results"));
    words.add(folder.resolve("logs"));
    return CommandRun.of(words.toArray());
  }

  private JsonNode manifest(String field) throws IOException {
    return new ObjectMapper().readTree(folder.resolve("results/run.json").toFile()).get(field);
  }

  private void assertManifest(int inputs, String counted, String leftOut) throws IOException {
    assertThat(manifest("inputs")).hasSize(inputs);
    JsonNode group = manifest("same_content").get(0);
    assertThat(names(group.get("counted"))).isEqualTo(counted);
    assertThat(names(group.get("left_out"))).isEqualTo(leftOut);
  }

  private static String names(JsonNode files) {
    return String.join(
        " ",
        StreamSupport.stream(files.spliterator(), false)
            .map(file -> Path.of(file.asText()).getFileName().toString())
            .toList());
  }

  @Test
  void by_default_all_is_counted_and_noted() throws IOException {
    CommandRun run = run();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("7\t/book/x\n");
    assertThat(run.err())
        .startsWith(
            "hitledger: equal content, all of it counted: file:%s, file:%s; --same-content skip"
                    .formatted(plain, gzip)
                + " counts the first alone\n");
    assertManifest(3, "access.log access.log.gz", "");
  }

  @Test
  void skip_counts_the_first_alone() throws IOException {
    CommandRun run = run("--same-content=skip");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("4\t/book/x\n");
    assertThat(run.err())
        .startsWith(
            "hitledger: skipped file:%s: it has the content of file:%s\n".formatted(gzip, plain))
        .containsPattern("(?m)^files +2$");
    assertManifest(2, "access.log", "access.log.gz");
    assertThat(manifest("options").get("same-content").asText()).isEqualTo("skip");
  }

  @Test
  void fail_ends_the_run() {
    CommandRun run = run("--same-content=fail");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "hitledger: inputs have equal content: file:%s, file:%s; name one of each alone, or"
                    .formatted(plain, gzip)
                + " choose --same-content skip or count\n");
    assertThat(folder.resolve("results")).doesNotExist();
  }
}
