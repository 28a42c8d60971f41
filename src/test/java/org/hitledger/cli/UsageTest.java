package org.hitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hitledger.testing.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to ask wrongly: one line that says what, where and what was expected. */
class UsageTest {
  @TempDir Path folder;

  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectories(folder.resolve("logs"));
    Files.writeString(folder.resolve("logs/a.log"), "\n");
    Files.createDirectories(folder.resolve("empty"));
    Files.createDirectories(folder.resolve("photos"));
    Files.writeString(folder.resolve("photos/cat.jpg"), "meow");
    Files.writeString(folder.resolve("bad.yaml"), "section: [book\n");
    Files.writeString(folder.resolve("_hidden.log"), "\n");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("count", 2, "Missing required parameter: 'INPUT', or --from DIR; see --help"),
        arguments("count --no-such x", 2, "Unknown option: '--no-such'"),
        arguments(
            "recount x",
            2,
            "no command is named 'recount'; expected count, hits, update, compact, report"),
        arguments("count --top 0 @/logs", 2, "expected a number of rows from 1, or all"),
        arguments("count --top some @/logs", 2, "expected a number of rows from 1, or all"),
        arguments("count --format xml @/logs", 2, "expected one of [TABLE, TSV, JSON]"),
        arguments(
            "count --status 200,x @/logs",
            2,
            "'--status': expected statuses with commas between them, such as 200,304,"
                + " but was '200,x'"),
        arguments("count --status 200, @/logs", 2, "such as 200,304, but was '200,'"),
        arguments("count --status -1 @/logs", 2, "such as 200,304, but was '-1'"),
        arguments("count --status 4xx @/logs", 2, "such as 200,304, but was '4xx'"),
        arguments(
            "count --method GET,,HEAD @/logs",
            2,
            "'--method': expected methods with commas between them, such as"
                + " GET,HEAD, but was 'GET,,HEAD'"),
        arguments(
            "count --zone Mars/Olympus @/logs",
            2,
            "expected a time zone such as UTC, Europe/Berlin or +05:30, but was 'Mars/Olympus'"),
        arguments("count --zone +25:00 @/logs", 2, "expected a time zone such as UTC"),
        arguments(
            "count --since yesterday @/logs",
            2,
            "'--since': expected a time such as 2012-06-01, 2012-06-01T12:00 or"
                + " 2012-06-01T12:00:00+02:00, but was 'yesterday'"),
        arguments("count --since 2012-02-30 @/logs", 2, "expected a time such as 2012-06-01"),
        arguments("count --since 2012-06-01T24:00 @/logs", 2, "expected a time such as"),
        arguments("count --since 2012-06-01T12:00:00.5 @/logs", 2, "expected a time such as"),
        arguments("count --until 2012-06 @/logs", 2, "'--until': expected a time"),
        arguments("count --until 2012-06-01Z @/logs", 2, "'--until': expected a time"),
        arguments(
            "count --since 2012-06-02 --until 2012-06-02 @/logs",
            2,
            "--since 2012-06-02 is not before --until 2012-06-02, so that nothing could be"),
        arguments(
            "count --zone +02:00 --since 2012-06-01 --until 2012-05-31T22:00Z @/logs",
            2,
            "--since 2012-06-01 is not before --until 2012-05-31T22:00Z"),
        arguments(
            "count --people --crawlers @/logs", 2, "--people and --crawlers exclude each other"),
        arguments(
            "count --from @/results --people --crawlers", 2, "--people and --crawlers exclude"),
        arguments("count --by week @/logs", 2, "expected one of [HOUR, DAY, MONTH]"),
        arguments("count --section a/b @/logs", 2, "--section: a section is one segment"),
        arguments(
            "count --rules @/none.yaml @/logs",
            2,
            "@/none.yaml: no such file, or not one to be read; it is book, site, or a file"),
        arguments("count --rules @/bad.yaml @/logs", 2, "@/bad.yaml: section must be a text"),
        arguments("count @/none", 3, "@/none matches nothing; expected a log file"),
        arguments("count @/logs/*.gz", 3, "@/logs/*.gz matches nothing"),
        arguments("count @/empty", 3, "@/empty has no logs in it"),
        arguments("count @/_hidden.log", 3, "Spark would skip _hidden.log"),
        arguments("count nosuch://host/x", 3, "nosuch://host/x cannot be read"),
        arguments("count --output / @/logs", 2, "--output / is a root"),
        arguments("count --output nosuch://h/x @/logs", 2, "nosuch://h/x cannot be written"),
        arguments("count --output @/empty @/logs", 2, "@/empty exists; name another folder"),
        arguments(
            "count --output @/photos --overwrite @/logs",
            2,
            "@/photos holds something else than results of ours"),
        arguments("count --output @/logs --overwrite @/logs", 2, "equals, contains or lies in"),
        arguments("count --output @/logs/out @/logs", 2, "equals, contains or lies in"),
        arguments("count --output @ --overwrite @/logs/a.log", 2, "equals, contains or lies in"),
        arguments("count --output @/bad.yaml/out @/logs", 5, "cannot write beside"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_gets_one_line_and_its_exit_code(String line, int code, String message) {
    Object[] words = line.replace("@", folder.toString()).split(" ");
    CommandRun run = CommandRun.of(words);
    assertThat(run.err()).contains(message.replace("@", folder.toString())).hasLineCount(1);
    assertThat(run.err()).startsWith("hitledger: ");
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("photos/cat.jpg")).exists();
  }

  @Test
  void without_a_command_the_usage_is_shown() {
    CommandRun run = CommandRun.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Usage: ./submit.sh [SPARK OPTIONS --]");
  }

  @Test
  void help_and_version_are_results() {
    assertThat(CommandRun.of("count", "--help").out()).contains("--top=N|all").contains("INPUT");
    assertThat(CommandRun.of("--version").out()).startsWith("hitledger 0").contains("spark 4");
    assertThat(CommandRun.of("--help").err()).isEmpty();
  }
}
