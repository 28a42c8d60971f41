package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.HostileText;
import org.hitledger.testing.Inert;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages repeat what somebody wrote; none lets it steer a terminal or forge a line. */
@Full
class HostileMistakesTest {
  @TempDir Path folder;

  /** One wrong command, and what it ends with. */
  private record Mistake(int code, List<Object> words) {
    static Mistake of(int code, Object... words) {
      return new Mistake(code, List.of(words));
    }
  }

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return LogFile.writeRaw(file, content.getBytes(UTF_8));
  }

  private static void requireInert(Stream<Mistake> mistakes) {
    mistakes.forEach(
        mistake -> {
          CommandRun run = CommandRun.of(mistake.words.toArray());
          assertThat(run.code()).as(mistake + run.err()).isEqualTo(mistake.code);
          assertThat(run.out()).isEmpty();
          Inert.requireInertLines(run.err());
          assertThat(run.err().split("\n")).as(run.err()).hasSize(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void in_words_and_values(HostileText hostile) throws IOException {
    String text = hostile.text();
    Path log = file("a.log", "");
    requireInert(
        Stream.of(
            Mistake.of(2, "x" + text, log),
            Mistake.of(2, "count", "--x" + text, log),
            Mistake.of(2, "count", "--overwrite=" + text, log),
            Mistake.of(2, "count", "--top", text, log),
            Mistake.of(2, "count", "--top=" + text, log),
            Mistake.of(2, "count", "--format", text, log),
            Mistake.of(2, "count", "--on-damage", text, log),
            Mistake.of(2, "count", "--max-line-bytes", text, log),
            Mistake.of(2, "count", "--max-rejected", "x" + text, log),
            Mistake.of(2, "count", "--section", text + "/x", log),
            Mistake.of(2, "count", "--section", text)));
  }

  @ParameterizedTest
  @EnumSource
  void in_names_of_inputs(HostileText hostile) throws Exception {
    String text = hostile.text();
    Path pipe = folder.resolve("pipe" + text);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    requireInert(
        Stream.of(
            Mistake.of(3, "count", folder.resolve("none" + text)),
            Mistake.of(3, "count", "nosuch://host/" + text),
            Mistake.of(3, "count", "none" + text + "://host/x"),
            Mistake.of(3, "count", Files.createDirectory(folder.resolve("empty" + text))),
            Mistake.of(3, "count", file("." + text, "")),
            Mistake.of(3, "count", pipe),
            Mistake.of(3, "count", file("x" + text + ".bz2", "BZh91AY")),
            Mistake.of(3, "count", file("text" + text, "BZh91AY")),
            Mistake.of(3, "count", file("text" + text + ".zst", "no zstd"))));
  }

  @ParameterizedTest
  @EnumSource
  void in_names_and_contents_of_rules(HostileText hostile) throws IOException {
    String text = hostile.text();
    Path log = file("a.log", "");
    requireInert(
        Stream.of(
                folder.resolve("none" + text),
                folder,
                file("rules" + text, "section: ["),
                file("unquoted", "section: " + text + "\n  ]["),
                file("alias", "section: *" + text),
                file("key", "\"" + text.replaceAll("[\"\\\\]", "") + "\": x"),
                file("tag", "!!" + text + " x"),
                file("anchor", "&" + text),
                file("text", text),
                file("twice", "a: 1\na: " + text),
                file("segment", "section: 'x" + text.replace("'", "''") + "/'"))
            .map(rules -> Mistake.of(2, "count", "--rules", rules, log)));
  }

  @ParameterizedTest
  @EnumSource
  void in_names_of_outputs(HostileText hostile) throws IOException {
    String text = hostile.text();
    Path log = file("a.log", "");
    Path older = file("older" + text + "/run.json", "{}").getParent();
    Path output = folder.resolve("out" + text);
    requireInert(
        Stream.of(
            Mistake.of(2, "count", "--output", older, log),
            Mistake.of(2, "count", "--overwrite", "--output", older, log),
            Mistake.of(2, "count", "--output", older, older),
            Mistake.of(2, "count", "--output", older.resolve("x"), older),
            Mistake.of(2, "count", "--output", output, "--rejects", output.resolve("x"), log),
            Mistake.of(2, "count", "--output", "nosuch://host/" + text, log),
            Mistake.of(5, "count", "--output", file("f" + text, "").resolve("x"), log)));
  }

  /** What it holds is not what the user wrote. */
  @Test
  void a_file_whose_name_follows_an_at_sign_is_not_read_for_arguments() throws IOException {
    CommandRun run = CommandRun.of("count", "@" + file("arguments", "--help"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("/arguments matches nothing");
  }

  @ParameterizedTest
  @EnumSource
  void in_a_trace_of_a_bug(HostileText hostile) {
    var err = new ByteArrayOutputStream();
    var cause = new IllegalArgumentException("cause " + hostile.text());
    var bug = new IllegalStateException("bug " + hostile.text(), cause);
    bug.addSuppressed(new IOException(hostile.text()));
    int code =
        new Hitledger(
                new PrintStream(PrintStream.nullOutputStream(), true, UTF_8),
                new PrintStream(err, true, UTF_8),
                (settings, inputs) -> {
                  throw bug;
                })
            .run("count", "src/samples");
    assertThat(code).isEqualTo(1);
    String[] lines = err.toString(UTF_8).split("\n");
    Inert.requireInert(err.toString(UTF_8));
    assertThat(lines[0]).startsWith("hitledger: this should not have happened");
    assertThat(lines).filteredOn(line -> !line.startsWith("  ")).hasSize(1);
    assertThat(err.toString(UTF_8))
        .contains("  java.lang.IllegalStateException: bug ")
        .contains("  Caused by: java.lang.IllegalArgumentException: cause ")
        .contains("at org.hitledger.cli.HostileMistakesTest.in_a_trace_of_a_bug");
  }
}
