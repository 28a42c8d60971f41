package org.hitledger.submit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hitledger.app.Versions;
import org.hitledger.cluster.SparkHome;
import org.hitledger.docs.Page;
import org.hitledger.submit.Clone.Finished;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is packaged runs on a machine with a JDK and Spark, and without Maven. */
@Full
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestInstance(Lifecycle.PER_CLASS)
class PackageIT {
  private static final String NAME = "hitledger-" + Versions.all().get("hitledger");
  private static final Path ARCHIVE = Path.of("target", NAME + ".tar.gz").toAbsolutePath();
  private static final List<String> FILES =
      List.of("LICENSE", "README.md", "hitledger.jar", "submit.sh");
  private static final List<String> FOLDERS =
      List.of("conf", "notebooks", "src/samples", "src/site/markdown");

  private static final List<String> PROGRAMS =
      List.of("bash", "cat", "dirname", "env", "find", "grep", "readlink", "sed", "tail");
  private static final Pattern LISTED =
      Pattern.compile(
          "(?<mode>\\S+) (?<owner>\\S+) +\\d+ (?<time>\\S+ \\S+) " + NAME + "/(?<name>.+)");

  private Clone unpacked;
  private Path sparkHome;
  private Path withoutMaven;

  @BeforeAll
  void unpack(@TempDir Path temp) throws Exception {
    Path folder = Files.createDirectories(temp.resolve("my programs"));
    run("tar", "-xzf", ARCHIVE, "-C", folder);
    assertThat(folder).isDirectoryContaining("glob:**/" + NAME);
    unpacked = new Clone(folder.resolve(NAME));
    sparkHome = sparkHome(temp.resolve("spark home"));
    withoutMaven = withoutMaven(temp.resolve("bin"));
  }

  private static String run(Object... words) throws IOException, InterruptedException {
    List<String> command = Stream.of(words).map(Object::toString).toList();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }

  private static Path sparkHome(Path home) throws IOException {
    Path jars = Path.of("target/spark/jars").toAbsolutePath();
    Files.createSymbolicLink(Files.createDirectories(home).resolve("jars"), jars);
    return SparkHome.in(home);
  }

  /** A folder of the programs that the script calls. */
  private static Path withoutMaven(Path bin) throws Exception {
    Files.createDirectories(bin);
    for (String name : PROGRAMS) {
      Path program = Path.of(run("sh", "-c", "command -v " + name).strip());
      Files.copy(program.toRealPath(), bin.resolve(name), COPY_ATTRIBUTES);
    }
    return bin;
  }

  private Finished submit(Map<String, String> environment, Object... words) throws Exception {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PATH", withoutMaven.toString());
    all.put("JAVA_HOME", System.getProperty("java.home"));
    return unpacked.submit(unpacked.folder(), all, words);
  }

  @Test
  void the_first_command_of_the_readme_counts_without_a_build() throws Exception {
    Finished run = submit(Map.of("SPARK_HOME", sparkHome.toString()), "count", "src/samples");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Page.README.block("text", 0)).startsWith(run.out() + "\nlines read  ");
    assertThat(run.err()).doesNotContain("submit.sh:");
    assertThat(unpacked.folder().resolve("target")).doesNotExist();
  }

  @Test
  void without_spark_home_one_line_says_what_to_do() throws Exception {
    Finished run = submit(Map.of(), "count", "src/samples");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "submit.sh: set SPARK_HOME to the folder of a Spark 4; this package brings none\n");
  }

  @Test
  void the_archive_holds_what_is_needed_and_nothing_else() throws Exception {
    List<String> expected = new ArrayList<>(FILES);
    for (String folder : FOLDERS) {
      expected.addAll(filesBelow(Path.of(folder)));
    }
    List<String> entries = run("tar", "-tzf", ARCHIVE).lines().toList();

    assertThat(entries).doesNotHaveDuplicates().allMatch(entry -> entry.startsWith(NAME + "/"));
    assertThat(entries.stream().filter(entry -> !entry.endsWith("/")))
        .map(entry -> entry.substring(NAME.length() + 1))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> filesBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(Path::toString)
          .filter(file -> !file.contains("/."))
          .toList();
    }
  }

  @Test
  void scripts_alone_are_programs_and_nothing_tells_who_built_it_when() throws Exception {
    List<Matcher> entries =
        run("tar", "-tvzf", ARCHIVE).lines().map(LISTED::matcher).filter(Matcher::matches).toList();

    assertThat(entries).map(entry -> entry.group("owner")).containsOnly("root/root");
    assertThat(entries.stream().map(entry -> entry.group("time")).distinct()).hasSize(1);
    assertThat(entries.stream().filter(entry -> entry.group("mode").startsWith("-rwx")))
        .map(entry -> entry.group("name"))
        .containsExactlyInAnyOrder("submit.sh", "notebooks/run.sh");
    assertThat(entries)
        .map(entry -> entry.group("mode"))
        .containsOnly("-rw-r--r--", "-rwxr-xr-x", "drwxr-xr-x");
  }
}
