package org.hitledger.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hitledger.docs.Page;
import org.hitledger.docs.Page.Example;
import org.hitledger.submit.Clone.Finished;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's first minutes, in a folder with a space in its name; and what all pages show. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
class SubmitScriptTest {
  private static final Pattern SECONDS = Pattern.compile("(seconds +)[0-9.]+");

  private Path folder;
  private Clone clone;
  private Finished first;

  @BeforeAll
  void runTheFirstCommand(@TempDir Path temp) throws Exception {
    folder = temp;
    clone = Clone.into(Files.createDirectories(temp.resolve("my clone")));
    first = clone.shell(Page.README.block("sh", 0));
  }

  @Test
  void the_first_command_builds_and_shows_what_the_readme_shows() throws Exception {
    assertThat(first.code()).as(first.err()).isZero();
    String shown = SECONDS.matcher(Page.README.block("text", 0)).replaceAll("$1#");
    String err = first.err().replace(clone.folder().toString(), "/home/jo/hitledger");
    String seen = first.out() + SECONDS.matcher(err).replaceAll("$1#");
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
  void the_launcher_is_asked_once_for_the_same_options_and_settings() throws Exception {
    count();
    List<Path> answers = answers();
    assertThat(answers).isNotEmpty();
    List<FileTime> made = times(answers);

    assertThat(count().code()).isZero();
    assertThat(answers()).isEqualTo(answers);
    assertThat(times(answers)).isEqualTo(made);

    Files.writeString(
        clone.folder().resolve("conf/spark-defaults.conf"),
        "\n# changed\n",
        StandardOpenOption.APPEND);
    assertThat(count().code()).isZero();
    assertThat(answers()).hasSizeGreaterThan(answers.size());
  }

  private static List<FileTime> times(List<Path> files) throws IOException {
    List<FileTime> times = new ArrayList<>();
    for (Path file : files) {
      times.add(Files.getLastModifiedTime(file));
    }
    return times;
  }

  private List<Path> answers() throws IOException {
    try (Stream<Path> built = Files.list(clone.folder().resolve("target"))) {
      return built
          .filter(path -> path.getFileName().toString().startsWith("launcher-"))
          .sorted()
          .toList();
    }
  }

  @Test
  void the_first_compiler_is_enough_for_little_input_here_and_for_none() throws Exception {
    count();
    Path large = Files.write(folder.resolve("large.log"), new byte[9 << 20]);
    for (Object[] words :
        List.of(
            new Object[] {"--version"},
            new Object[] {"count", "--help", "src/samples", "--rules", "site"},
            new Object[] {"count", "--help", folder.resolve("not-there.log")})) {
      assertThat(flags(words)).contains("-XX:TieredStopAtLevel=1");
    }
    for (Object[] words :
        List.of(
            new Object[] {"count", "--help", "src/samples", large},
            new Object[] {"report", "--help", "--from=" + folder},
            new Object[] {"count", "--help", "hdfs://host/logs"},
            new Object[] {"count", "--help", "src/samples/*.gz"},
            new Object[] {"count", "--help", "@words"},
            new Object[] {"shell", "--help"})) {
      assertThat(flags(words)).contains("-XX:MetaspaceSize=").doesNotContain("TieredStopAtLevel");
    }
  }

  /** With which options of the JVM the job runs. */
  private String flags(Object... words) throws Exception {
    return clone
        .submit(clone.folder(), Map.of("JDK_JAVA_OPTIONS", "-XX:+PrintCommandLineFlags"), words)
        .out();
  }

  @Test
  void the_steps_of_a_run_are_logged_where_that_is_asked_for() throws Exception {
    Finished logged =
        clone.submit(
            clone.folder(), Map.of("HITLEDGER_LOG", "debug"), "count", "src/samples/access.log");
    assertThat(logged.code()).as(logged.err()).isZero();
    assertThat(logged.err())
        .containsSubsequence(
            " INFO LogRun: count: 1 files,",
            " DEBUG LogRun: input file:",
            " INFO LogRun: starting Spark on local[4]",
            " INFO LogRun: reading lines",
            " INFO LogRun: publishing",
            " INFO LogRun: done");
    assertThat(count().err()).doesNotContain("LogRun");
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

  /** No JVM makes one then; and names of files are those of another file system. */
  @Test
  void with_the_settings_of_hadoop_no_class_archive_is_made_and_none_is_spoiled() throws Exception {
    Files.delete(archive());
    Path settings = Files.createDirectories(folder.resolve("hadoop"));
    Files.writeString(
        settings.resolve("core-site.xml"),
        "<configuration><property><name>fs.defaultFS</name><value>hdfs://nowhere</value>"
            + "</property></configuration>");

    Finished run =
        clone.submit(
            clone.folder(),
            Map.of("HADOOP_CONF_DIR", settings.toString()),
            "count",
            "file://" + clone.folder().resolve("src/samples"));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("submit.sh:");

    assertThat(count().err()).contains("preparing faster starts");
    assertThat(archive()).isNotEmptyFile();
  }

  @Test
  void what_yarn_needs_is_asked_for_before_it_is_missed() throws Exception {
    Object[] words = {"--master", "yarn", "--", "count", "x"};
    Path home = Files.createDirectories(folder.resolve("a spark"));

    Finished noSpark = clone.submit(folder, Map.of(), words);
    Finished noSettings = clone.submit(folder, Map.of("SPARK_HOME", home.toString()), words);

    assertThat(noSpark.code()).isEqualTo(2);
    assertThat(noSpark.err()).contains("YARN needs an installation of Spark 4: set SPARK_HOME");
    assertThat(noSettings.code()).isEqualTo(2);
    assertThat(noSettings.err()).contains("set HADOOP_CONF_DIR").hasLineCount(1);
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
  void all_further_commands_and_queries_of_all_pages_print_what_the_pages_show() throws Exception {
    for (Page page : Page.all()) {
      for (Example example : page.examples()) {
        if (example.language().equals("sql")) {
          requireRows(example);
        } else if (isFurtherCommand(example.command())) {
          requireOutput(example);
        }
      }
    }
  }

  private static boolean isFurtherCommand(String command) {
    return command.contains("./submit.sh ") && !command.equals(Page.README.block("sh", 0).strip());
  }

  private void requireOutput(Example example) throws Exception {
    Finished run = clone.shell(example.command());
    assertThat(run.code()).as(example.command() + "\n" + run.err()).isZero();
    String seen = run.out().replace("\r\n", "\n");
    example.shown().ifPresent(shown -> assertThat(seen).as(example.command()).isEqualTo(shown));
  }

  /** Of a query in DuckDB, whose cells stand two spaces apart on the page. */
  private void requireRows(Example example) {
    String sql = example.command().replace("'results/", "'" + clone.folder() + "/results/");
    assertThat(DuckDb.rows(sql.replaceAll(";$", "")))
        .containsExactlyElementsOf(
            example
                .shown()
                .orElseThrow()
                .lines()
                .map(row -> row.replaceAll(" {2,}", "\t"))
                .toList());
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
