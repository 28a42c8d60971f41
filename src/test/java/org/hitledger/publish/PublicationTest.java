package org.hitledger.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.hitledger.fault.OutputFault;
import org.hitledger.fault.UsageFault;
import org.hitledger.source.InputFinder;
import org.hitledger.source.Inputs;
import org.hitledger.testing.HostileText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest {
  private static final String OURS = "{\"versions\":{\"hitledger\":\"0\"}}";
  private static final byte[] MANIFEST = OURS.getBytes(UTF_8);

  @TempDir private Path folder;

  private final Configuration hadoop = new Configuration(false);

  @BeforeEach
  void readLocalFilesRaw() {
    hadoop.set("fs.file.impl", RawLocalFileSystem.class.getName());
    hadoop.set("fs.AbstractFileSystem.file.impl", "org.apache.hadoop.fs.local.LocalFs");
    hadoop.setBoolean("fs.file.impl.disable.cache", true);
  }

  @Test
  void publishes_what_is_staged_and_the_manifest() throws IOException {
    publish(false, "new");

    assertThat(tree()).containsExactly("out", "out/path_counts", "out/run.json");
    assertThat(Files.readAllBytes(folder.resolve("out/run.json"))).isEqualTo(MANIFEST);
    assertThat(read("out/path_counts")).isEqualTo("new");
  }

  @Test
  void stages_beside_the_target_under_a_hidden_name_of_this_run() {
    try (Publication publication = begin(false)) {
      Path staging = local(publication.staging());

      assertThat(staging).isEqualTo(folder.resolve(".out.staging-" + RunId.ofThisProcess()));
      assertThat(tree()).containsExactly(staging.getFileName().toString());
    }
  }

  @Test
  void shows_nothing_at_the_target_before_it_is_complete() {
    try (Publication publication = begin(false)) {
      stage(publication, "new");

      assertThat(folder.resolve("out")).doesNotExist();
    }
  }

  @Test
  void leaves_nothing_when_closed_without_being_complete() {
    try (Publication publication = begin(false)) {
      stage(publication, "new");
    }

    assertThat(tree()).isEmpty();
  }

  @Test
  void leaves_older_results_when_closed_without_being_complete() {
    publish(false, "old");

    try (Publication publication = begin(true)) {
      stage(publication, "new");
    }

    assertHolds("old");
  }

  @Test
  void makes_the_parent_folder() {
    try (Publication publication = beginAt("a/b/out", false)) {
      publication.complete(MANIFEST);
    }

    assertThat(tree()).containsExactly("a", "a/b", "a/b/out", "a/b/out/run.json");
  }

  @Test
  void publishes_under_names_that_are_patterns() {
    try (Publication publication = beginAt("o[1]{a} *%31", false)) {
      publication.complete(MANIFEST);
    }

    assertThat(tree()).containsExactly("o[1]{a} *%31", "o[1]{a} *%31/run.json");
  }

  @ParameterizedTest
  @EnumSource
  void it_publishes_under_any_name(HostileText name) {
    try (Publication publication = beginAt(name.text(), false)) {
      publication.complete(MANIFEST);
    }

    assertThat(tree()).containsExactly(name.text(), name.text() + "/run.json");
  }

  @Test
  void refuses_a_parent_that_is_a_file() {
    write("a", "a file");

    assertThatThrownBy(() -> beginAt("a/out", false))
        .isInstanceOf(OutputFault.class)
        .hasMessageStartingWith("cannot write beside file:%s/a/out: ".formatted(folder));
    assertThat(tree()).containsExactly("a");
  }

  @Test
  void refuses_to_replace_without_being_asked() {
    publish(false, "old");

    assertThatThrownBy(() -> begin(false))
        .isInstanceOf(UsageFault.class)
        .hasMessage(
            "--output file:%s/out exists; name another folder, or replace it with --overwrite"
                .formatted(folder));
    assertHolds("old");
  }

  @Test
  void refuses_an_empty_folder_without_being_asked() throws IOException {
    Files.createDirectory(folder.resolve("out"));

    assertThatThrownBy(() -> begin(false))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("out exists");
    assertThat(tree()).containsExactly("out");
  }

  @Test
  void refuses_to_replace_a_folder_that_holds_no_results() {
    write("out/thesis.txt", "years of work");

    assertThatThrownBy(() -> begin(true))
        .isInstanceOf(UsageFault.class)
        .hasMessage(
            "--output file:%s/out holds something else than results of ours;".formatted(folder)
                + " --overwrite replaces only those");
    assertThat(tree()).containsExactly("out", "out/thesis.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "not JSON", "[1]", ""})
  void refuses_to_replace_a_folder_with_a_manifest_of_somebody_else(String manifest) {
    write("out/run.json", manifest);

    assertThatThrownBy(() -> begin(true)).isInstanceOf(UsageFault.class);
    assertThat(read("out/run.json")).isEqualTo(manifest);
  }

  @Test
  void refuses_to_replace_results_with_a_strangers_file_among_them() {
    publish(false, "old");
    write("out/notes.txt", "mine");

    assertThatThrownBy(() -> begin(true)).isInstanceOf(UsageFault.class);
    assertThat(read("out/notes.txt")).isEqualTo("mine");
  }

  @Test
  void refuses_to_replace_a_file() {
    write("out", "a file");

    assertThatThrownBy(() -> begin(true))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("holds something else than results of ours");
    assertThat(read("out")).isEqualTo("a file");
  }

  @Test
  void replaces_an_empty_folder() throws IOException {
    Files.createDirectory(folder.resolve("out"));

    publish(true, "new");

    assertHolds("new");
  }

  @Test
  void replaces_older_results_wholly() {
    publish(false, "old");
    write("out/balance/only-in-the-old", "x");

    publish(true, "new");

    assertHolds("new");
  }

  @Test
  void overwrites_nothing_where_nothing_is() {
    publish(true, "new");

    assertHolds("new");
  }

  @Test
  void leaves_what_appeared_meanwhile() {
    try (Publication publication = begin(false)) {
      stage(publication, "new");
      write("out/path_counts", "of another");
      assertThatThrownBy(() -> publication.complete(MANIFEST))
          .isInstanceOf(OutputFault.class)
          .hasMessage(
              "file:%s/out appeared while the run was going, and was left as it is"
                  .formatted(folder));
    }

    assertThat(tree()).containsExactly("out", "out/path_counts");
    assertThat(read("out/path_counts")).isEqualTo("of another");
  }

  @Test
  void leaves_an_empty_folder_that_appeared_meanwhile() throws IOException {
    try (Publication publication = begin(false)) {
      Files.createDirectory(folder.resolve("out"));
      assertThatThrownBy(() -> publication.complete(MANIFEST)).isInstanceOf(OutputFault.class);
    }

    assertThat(tree()).containsExactly("out");
  }

  @Test
  void replaces_results_that_appeared_meanwhile_if_it_may_overwrite() {
    try (Publication publication = begin(true)) {
      stage(publication, "new");
      write("out/run.json", "of another");
      write("out/only-in-the-other", "x");
      publication.complete(MANIFEST);
    }

    assertHolds("new");
  }

  @Test
  void removes_what_a_dead_run_left() throws Exception {
    Path left = write(".out.staging-" + dead() + "/path_counts", "half").getParent();

    try (Publication publication = begin(false)) {
      assertThat(publication.notes())
          .containsExactly("removed what an interrupted run had left at file:" + left);
      stage(publication, "new");
      publication.complete(MANIFEST);
    }

    assertHolds("new");
  }

  @Test
  void removes_what_a_dead_run_left_whose_id_is_in_use_again() {
    RunId self = RunId.ofThisProcess();
    long earlier = self.started() - TimeUnit.HOURS.toMillis(1);
    write(".out.staging-" + new RunId(self.pid(), earlier, self.host()) + "/path_counts", "");

    publish(false, "new");

    assertHolds("new");
  }

  @Test
  void takes_a_start_that_a_clock_put_right_has_moved_for_the_same() throws Exception {
    Process other = new ProcessBuilder("cat").start();
    try {
      long started = other.info().startInstant().orElseThrow().toEpochMilli();
      assertLeftWithANote(new RunId(other.pid(), started - 2_000, RunId.ofThisProcess().host()));
    } finally {
      other.destroy();
    }
  }

  @Test
  void leaves_the_staging_of_a_living_run_with_a_note() throws Exception {
    Process other = new ProcessBuilder("cat").start();
    try {
      long started = other.info().startInstant().orElseThrow().toEpochMilli();
      assertLeftWithANote(new RunId(other.pid(), started, RunId.ofThisProcess().host()));
    } finally {
      other.destroy();
    }
  }

  @Test
  void leaves_the_staging_of_another_machine_with_a_note() throws Exception {
    RunId dead = dead();

    assertLeftWithANote(new RunId(dead.pid(), dead.started(), "other-" + dead.host()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mine", "1-2", "99999999999999999999-1-host", "1-x-host"})
  void leaves_a_staging_whose_owner_cannot_be_told(String owner) {
    write(".out.staging-" + owner + "/path_counts", "half");

    publish(false, "new");

    assertThat(read(".out.staging-" + owner + "/path_counts")).isEqualTo("half");
    assertThat(read("out/path_counts")).isEqualTo("new");
  }

  @Test
  void leaves_the_traces_of_other_targets() throws Exception {
    write(".other.staging-" + dead() + "/path_counts", "half");
    write(".other.previous-1-" + dead() + "/path_counts", "old");
    write(".out2.staging-" + dead() + "/path_counts", "half");
    List<String> before = tree();

    try (Publication publication = begin(false)) {
      assertThat(publication.notes()).isEmpty();
    }

    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void puts_back_what_a_dead_run_had_moved_aside() throws Exception {
    RunId dead = dead();
    write(".out.previous-1-" + dead + "/path_counts", "old");
    write(".out.previous-1-" + dead + "/run.json", OURS);

    // Whole results are there again, so that they are not written over unasked.
    assertThatThrownBy(() -> begin(false))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("out exists");

    assertHolds("old");
  }

  @Test
  void notes_that_it_put_back_older_results() throws Exception {
    write(".out.previous-1-" + dead() + "/run.json", OURS);

    try (Publication publication = begin(true)) {
      assertThat(publication.notes())
          .containsExactly("put back the results that an interrupted run had moved aside");
    }

    assertThat(tree()).containsExactly("out", "out/run.json");
  }

  @Test
  void heals_a_run_that_died_between_the_renames() throws Exception {
    RunId dead = dead();
    write(".out.previous-1-" + dead + "/run.json", OURS);
    write(".out.staging-" + dead + "/run.json", OURS);

    publish(true, "new");

    assertHolds("new");
  }

  @Test
  void deletes_what_a_dead_run_had_moved_aside_if_its_results_are_there() throws Exception {
    publish(false, "old");
    write(".out.previous-1-" + dead() + "/path_counts", "older");

    try (Publication publication = begin(true)) {
      stage(publication, "new");
    }

    assertHolds("old");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out/kept", "out/run.json"})
  void keeps_what_a_dead_run_had_moved_aside_if_something_else_is_there(String other)
      throws Exception {
    String previous = ".out.previous-1-" + dead();
    write(previous + "/run.json", OURS);
    write(other, "{}");

    assertThatThrownBy(() -> begin(true)).isInstanceOf(UsageFault.class);

    assertThat(read(previous + "/run.json")).isEqualTo(OURS);
  }

  @Test
  void tells_where_older_results_are_if_an_empty_folder_is_in_their_place() throws Exception {
    String previous = ".out.previous-1-" + dead();
    write(previous + "/run.json", OURS);
    Files.createDirectory(folder.resolve("out"));

    try (Publication publication = begin(true)) {
      assertThat(publication.notes())
          .containsExactly(
              "results that an interrupted run had moved aside are at file:%s/%s; something else is at file:%1$s/out, so move them back or delete them"
                  .formatted(folder, previous));
    }

    assertThat(read(previous + "/run.json")).isEqualTo(OURS);
  }

  @ParameterizedTest
  @ValueSource(strings = {".out.previous-backup", ".out.previous-2.staging-1-1-elsewhere"})
  void leaves_folders_that_only_look_moved_aside(String name) {
    publish(false, "old");
    write(name + "/path_counts", "of somebody else");

    publish(true, "new");

    assertThat(read(name + "/path_counts")).isEqualTo("of somebody else");
  }

  @ParameterizedTest
  @ValueSource(strings = {".out.previous-backup", ".out.previous-2.staging-1-1-elsewhere"})
  void puts_nothing_back_that_only_looks_moved_aside(String name) {
    write(name + "/path_counts", "of somebody else");

    publish(false, "new");

    assertThat(read(name + "/path_counts")).isEqualTo("of somebody else");
  }

  @ParameterizedTest
  @CsvSource({
    "logs, logs",
    "logs/, logs",
    "logs, logs/",
    "logs/out, logs",
    "logs/not/there/yet, logs",
    "logs/sub, logs",
    "logs, logs/sub",
    "logs, logs/sub/b.log",
    "logs/a.log, logs/a.log",
    "logs/a.log/out, logs/a.log",
    "logs, logs/*.log",
    "logs/sub/out, logs/s*",
    "'', logs",
    "out/../logs, logs",
    "logs/./out, logs",
    "logs/sub/.., logs",
    "link, logs",
    "link/out, logs",
    "link/sub/new/out, logs",
    "logs/out, link",
    "logs, link/sub",
    "link/out, link"
  })
  void refuses_an_output_that_overlaps_an_input(String output, String input) throws IOException {
    makeLogs();
    ResultFolder results = results(output);
    Inputs inputs = inputs(input);

    assertThatThrownBy(() -> results.requireApartFrom(inputs, hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessage(
            "--output %s equals, contains or lies in the input %s; name a folder apart from the logs"
                .formatted(results.path(), inputs.roots().get(0)));
  }

  @Test
  void refuses_an_output_that_overlaps_any_input() throws IOException {
    makeLogs();
    ResultFolder results = results("logs/sub");
    Inputs inputs = inputs("logs/a.log", "logs/sub/b.log");

    assertThatThrownBy(() -> results.requireApartFrom(inputs, hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("logs/sub/b.log");
  }

  @Test
  void refuses_an_output_around_a_file_that_an_input_links_to() throws IOException {
    Path log = write("store/a.log", "x");
    Files.createDirectory(folder.resolve("logs"));
    Files.createSymbolicLink(folder.resolve("logs/a.log"), log);
    ResultFolder results = results("store");
    Inputs inputs = inputs("logs");

    assertThatThrownBy(() -> results.requireApartFrom(inputs, hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("name a folder apart from the logs");
  }

  @Test
  void refuses_an_output_below_an_input_that_is_a_root() {
    ResultFolder results = results("out");
    var root = new Inputs(List.of(new org.apache.hadoop.fs.Path("file:/")), List.of(), List.of());

    assertThatThrownBy(() -> results.requireApartFrom(root, hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("lies in the input file:/;");
  }

  @ParameterizedTest
  @CsvSource({"out, logs", "logs2, logs", "log, logs", "logs.out, logs", "logs/out, logs/a.log"})
  void accepts_an_output_apart_from_the_inputs(String output, String input) throws IOException {
    makeLogs();
    ResultFolder results = results(output);
    Inputs inputs = inputs(input);

    assertThatCode(() -> results.requireApartFrom(inputs, hadoop)).doesNotThrowAnyException();
  }

  @Test
  void refuses_a_root() {
    assertThatThrownBy(() -> ResultFolder.at("--output", "/", hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessage("--output / is a root; name a folder below it");
  }

  @Test
  void refuses_a_scheme_that_nobody_knows() {
    assertThatThrownBy(() -> ResultFolder.at("--output", "nosuch://x/y", hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessage("--output nosuch://x/y cannot be written: No FileSystem for scheme \"nosuch\"");
  }

  @Test
  void refuses_an_empty_name() {
    assertThatThrownBy(() -> ResultFolder.at("--output", "", hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessageStartingWith("--output  cannot be written: ");
  }

  private void assertLeftWithANote(RunId other) {
    Path left = write(".out.staging-" + other + "/path_counts", "half").getParent();

    try (Publication publication = begin(false)) {
      assertThat(publication.notes())
          .containsExactly(
              "another run writes at file:%s; if that run is dead, delete it".formatted(left));
      publication.complete(MANIFEST);
    }

    assertThat(tree())
        .containsExactly(
            left.getFileName().toString(),
            left.getFileName() + "/path_counts",
            "out",
            "out/run.json");
  }

  /** The results of one run, and no trace of another. */
  private void assertHolds(String part) {
    assertThat(tree()).containsExactly("out", "out/path_counts", "out/run.json");
    assertThat(read("out/path_counts")).isEqualTo(part);
  }

  private void publish(boolean overwrite, String part) {
    try (Publication publication = begin(overwrite)) {
      stage(publication, part);
      publication.complete(MANIFEST);
    }
  }

  private Publication begin(boolean overwrite) {
    return beginAt("out", overwrite);
  }

  private Publication beginAt(String name, boolean overwrite) {
    return Publication.begin(results(name), overwrite, hadoop);
  }

  private ResultFolder results(String name) {
    return ResultFolder.at("--output", folder + "/" + name, hadoop);
  }

  private Inputs inputs(String... names) {
    return InputFinder.find(Stream.of(names).map(name -> folder + "/" + name).toList(), hadoop);
  }

  private void makeLogs() throws IOException {
    write("logs/a.log", "x");
    write("logs/sub/b.log", "x");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("logs"));
  }

  private static void stage(Publication publication, String part) {
    write(local(publication.staging()).resolve("path_counts"), part);
  }

  private Path write(String name, String text) {
    return write(folder.resolve(name), text);
  }

  private static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything below the test's folder, hidden or not. */
  private List<String> tree() {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path local(org.apache.hadoop.fs.Path path) {
    return Path.of(path.toUri().getPath());
  }

  private static RunId dead() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    return new RunId(ended.pid(), 1, RunId.ofThisProcess().host());
  }
}
