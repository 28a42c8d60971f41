package org.hitledger.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hitledger.submit.Clone.Finished;
import org.hitledger.testing.DuckDb;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's first minutes, in a folder with a space in its name; and what the README shows. */
@TestInstance(Lifecycle.PER_CLASS)
class SubmitScriptTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern SECONDS = Pattern.compile("(seconds +)[0-9.]+");

  private Path folder;
  private Clone clone;
  private Finished first;

  @BeforeAll
  void runTheFirstCommand(@TempDir Path temp) throws Exception {
    folder = temp;
    clone = Clone.into(Files.createDirectories(temp.resolve("my clone")));
    first = readme(clone.folder(), block("sh", 0));
  }

  /** Runs a command of the README, which is split as a shell would. */
  private Finished readme(Path currentFolder, String command) throws Exception {
    List<String> words = List.of(command.strip().split(" "));
    assertThat(words.get(0)).isEqualTo("./submit.sh");
    return clone.submit(currentFolder, Map.of(), words.subList(1, words.size()).toArray());
  }

  private static String block(String language, int index) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map((MatchResult block) -> block.group(2))
        .toList()
        .get(index);
  }

  @Test
  void the_first_command_builds_and_shows_what_the_readme_shows() throws Exception {
    assertThat(first.code()).as(first.err()).isZero();
    String shown = SECONDS.matcher(block("text", 0)).replaceAll("$1#");
    String seen = first.out() + SECONDS.matcher(first.err()).replaceAll("$1#");
    assertThat(withoutBuild(seen)).isEqualTo(withoutBuild(shown));
    assertThat(first.err()).startsWith("submit.sh: building the job");
  }

  private static String withoutBuild(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("submit.sh: ") && !line.isBlank())
        .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +", " "))
        .filter(line -> !line.isBlank())
        .reduce("", (all, line) -> all + line + "\n");
  }

  @Test
  void a_class_archive_is_made_once_and_again_for_a_newer_jar() throws Exception {
    assertThat(first.err()).contains("submit.sh: preparing faster starts, once for this JDK\n");
    Path archive = archive();
    assertThat(archive).isNotEmptyFile();
    FileTime made = Files.getLastModifiedTime(archive);

    assertThat(count().err()).doesNotContain("preparing");
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);

    Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
    assertThat(count().err()).contains("preparing faster starts");
    assertThat(Files.getLastModifiedTime(archive())).isGreaterThan(made);
  }

  @Test
  void without_a_class_archive_the_job_runs_all_the_same() throws Exception {
    Path training = clone.folder().resolve("src/samples/access.log-20120601.gz");
    byte[] whole = Files.readAllBytes(training);
    Files.write(training, new byte[] {'n', 'o'});
    try {
      Files.delete(archive());
      Finished warned = count();
      assertThat(warned.code()).as(warned.err()).isZero();
      assertThat(warned.err())
          .contains("submit.sh: no class archive could be made at ")
          .contains("; runs start more slowly\n");
      assertThat(count().err()).doesNotContain("submit.sh:");
    } finally {
      Files.write(training, whole);
      Files.delete(archive());
    }
  }

  private Finished count() throws Exception {
    return clone.submit(clone.folder(), Map.of(), "count", "src/samples/access.log");
  }

  private Path archive() throws IOException {
    try (Stream<Path> built = Files.list(clone.folder().resolve("target"))) {
      return built
          .filter(path -> path.getFileName().toString().endsWith(".archive"))
          .findAny()
          .orElseThrow();
    }
  }

  @Test
  void the_readmes_results_read_in_duckdb_and_by_sql_as_shown() throws Exception {
    Finished run = readme(clone.folder(), block("sh", 2));
    assertThat(run.code()).as(run.err()).isZero();
    String sql = block("sql", 0).replace("'results/", "'" + clone.folder() + "/results/");
    List<String> rows = DuckDb.rows(sql.strip().replaceAll(";$", ""));
    List<String> shown =
        block("text", 1).lines().map(line -> line.replaceAll(" {2,}", "\t")).toList();
    assertThat(rows).containsExactlyElementsOf(shown);
    requireRows(block("sh", 3), block("text", 2));
  }

  @Test
  void an_analysts_first_ten_minutes_are_as_shown() throws Exception {
    Finished hits = readme(clone.folder(), block("sh", 4));
    assertThat(hits.code()).as(hits.err()).isZero();
    requireRows(block("sh", 5), block("text", 3));
    requireRows(block("sh", 6), block("text", 4));
    requireRows(block("sh", 7), block("text", 5));
    assertThat(readme(clone.folder(), block("sh", 8)).out()).isEqualTo(block("text", 6));
  }

  /** Of a command whose query stands between double quotes. */
  private void requireRows(String command, String shown) throws Exception {
    String[] words = command.split("\"", -1);
    assertThat(words[0]).isEqualTo("./submit.sh sql ");
    Finished run = clone.submit(clone.folder(), Map.of(), "sql", words[1], words[2].strip());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(shown);
  }

  @Test
  void it_runs_from_any_folder_and_hands_on_exit_codes() throws Exception {
    Path logs = Files.createDirectories(folder.resolve("my logs"));
    Files.copy(clone.folder().resolve("src/samples/access.log"), logs.resolve("a log"));
    Finished good =
        clone.submit(folder, Map.of(), "--master", "local[1]", "--", "count", "my logs/a log");
    assertThat(good.code()).as(good.err()).isZero();
    assertThat(good.out()).startsWith("count  path\n");
    assertThat(good.err()).doesNotContain("building").doesNotContain("WARN");
    Finished bad = clone.submit(folder, Map.of(), "count", "my logs/none");
    assertThat(bad.code()).isEqualTo(3);
    assertThat(bad.err())
        .isEqualTo(
            "hitledger: my logs/none matches nothing; expected a log file, a folder of logs or a"
                + " glob\n");
  }

  @Test
  void with_spark_home_its_spark_submit_runs() throws Exception {
    // Maven has no bin folder of Spark: this script tells how it was called, which is all there is.
    Path home = folder.resolve("spark home");
    Path script = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
    Files.writeString(script, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 7\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Finished run =
        clone.submit(
            folder,
            Map.of("SPARK_HOME", home.toString()),
            "--master",
            "spark://h:7077",
            "--",
            "count",
            "--",
            "a b");
    assertThat(run.code()).isEqualTo(7);
    assertThat(Arrays.asList(run.out().split("\n")))
        .containsExactly(
            "--properties-file",
            clone.folder() + "/conf/spark-defaults.conf",
            "--master",
            "spark://h:7077",
            "--class",
            "org.hitledger.cli.Main",
            clone.folder() + "/target/hitledger.jar",
            "count",
            "--",
            "a b");
  }
}
