package org.hitledger.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.fault.InputFault;
import org.hitledger.fault.UsageFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is named twice is read once, and what leads nowhere is told. */
class LinkedInputsTest extends InputFixture {
  @Test
  void counts_a_file_named_twice_once_with_a_note() {
    Path log = write("logs/a.log", "x");

    Inputs found = find("logs/a.log", "logs/../logs/./a.log", "logs/*.log", "logs");

    assertThat(names(found)).containsExactly("logs/a.log");
    assertThat(found.notes())
        .hasSize(3)
        .containsOnly("file:" + log + " was named twice and is counted once");
  }

  @Test
  void counts_a_file_and_a_link_to_it_once_with_a_note() throws IOException {
    Path log = write("a.log", "x");
    Path link = Files.createSymbolicLink(folder.resolve("link.log"), log);

    Inputs found = find("a.log", "link.log");

    assertThat(names(found)).containsExactly("a.log");
    assertThat(found.notes())
        .containsExactly("file:" + link + " was named twice and is counted once");
  }

  @Test
  void reads_through_a_link_to_a_file_elsewhere() throws IOException {
    Path log = write("elsewhere/a.log", "four");
    Files.createDirectory(folder.resolve("logs"));
    Files.createSymbolicLink(folder.resolve("logs/current.log"), log);

    Inputs found = find("logs");

    assertThat(names(found)).containsExactly("logs/current.log");
    assertThat(found.bytes()).isEqualTo(4);
  }

  @Test
  void counts_a_folder_named_twice_once_with_a_note() {
    write("logs/a.log", "x");

    Inputs found = find("logs", "logs");

    assertThat(names(found)).containsExactly("logs/a.log");
    assertThat(found.notes()).singleElement().asString().endsWith("counted once");
  }

  @Test
  void counts_a_folder_and_a_link_to_it_once() throws IOException {
    write("logs/a.log", "x");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("logs"));

    assertThat(names(find("logs", "link"))).containsExactly("logs/a.log");
  }

  @Test
  void counts_a_file_and_a_link_to_its_folder_once() throws IOException {
    write("logs/a.log", "x");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("logs"));

    assertThat(names(find("logs/a.log", "link"))).containsExactly("logs/a.log");
  }

  @Test
  void takes_a_folder_all_of_whose_files_were_named_before() {
    write("logs/sub/a.log", "x");

    assertThat(names(find("logs/sub/a.log", "logs"))).containsExactly("logs/sub/a.log");
    assertThat(names(find("logs", "logs/sub"))).containsExactly("logs/sub/a.log");
  }

  @Test
  void ends_where_links_loop() throws IOException {
    write("logs/sub/a.log", "x");
    Files.createSymbolicLink(folder.resolve("logs/sub/up"), folder.resolve("logs"));
    Files.createSymbolicLink(folder.resolve("logs/self"), folder.resolve("logs"));

    assertThat(names(find("logs"))).containsExactly("logs/sub/a.log");
  }

  @Test
  void is_not_silent_on_a_link_in_a_folder_that_leads_nowhere() throws IOException {
    write("logs/a.log", "x");
    Files.createSymbolicLink(folder.resolve("logs/b.log"), folder.resolve("gone.log"));

    assertThat(messagesOf("logs")).anyMatch(message -> message.contains("b.log"));
  }

  @Test
  void refuses_a_link_that_leads_nowhere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("b.log"), folder.resolve("gone.log"));

    assertFault("b.log")
        .hasMessage(link + " matches nothing; expected a log file, a folder of logs or a glob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.log", "missing/", "missing/a.log", "*.gz", "missing/*", "a[1]"})
  void refuses_what_matches_nothing(String argument) {
    write("a.log", "x");

    assertFault(argument)
        .hasMessage(
            folder.resolve("")
                + "/"
                + argument
                + " matches nothing; expected a log file, a folder of logs or a glob");
  }

  @Test
  void refuses_the_whole_run_for_one_argument_that_matches_nothing() {
    write("a.log", "x");

    assertThatThrownBy(() -> find("a.log", "missing.log"))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("missing.log matches nothing");
  }

  @Test
  void refuses_a_file_as_a_folder() {
    write("a.log", "x");

    assertFault("a.log/b.log").hasMessageContaining("a.log/b.log").hasMessageContaining("expected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sub", "_hidden-only"})
  void refuses_a_folder_without_logs(String child) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Files.createDirectories(logs.resolve(child));

    assertFault("logs")
        .hasMessage("file:%s has no logs in it; expected a folder with log files".formatted(logs));
  }

  @ParameterizedTest
  @CsvSource({
    "nosuch, 'see how it is spelled, or give its jars with --packages or --jars'",
    "s3a, src/site/markdown/s3.md has the --packages that bring it"
  })
  void refuses_a_scheme_that_nobody_knows(String scheme, String advice) {
    assertThatThrownBy(() -> findExactly(scheme + "://x/y"))
        .isInstanceOf(InputFault.class)
        .hasMessage(
            "%1$s://x/y cannot be read: the connector for %1$s:// is not here, or not whole (No FileSystem for scheme \"%1$s\"); %2$s"
                .formatted(scheme, advice));
  }

  /** Hadoop's own settings name connectors that it does not bring. */
  @Test
  void refuses_a_scheme_whose_connector_is_not_here() {
    assertThatThrownBy(() -> InputFinder.find(List.of("s3a://x/y"), new Configuration()))
        .isInstanceOf(InputFault.class)
        .hasMessage(
            "s3a://x/y cannot be read: the connector for s3a:// is not here, or not whole (Class org.apache.hadoop.fs.s3a.S3AFileSystem not found); src/site/markdown/s3.md has the --packages that bring it");
  }

  @Test
  void refuses_a_default_file_system_whose_connector_is_not_here() {
    var settings = new Configuration();
    settings.set("fs.defaultFS", "s3a://bucket");
    assertThatThrownBy(() -> InputFinder.find(List.of("/logs"), settings))
        .isInstanceOf(InputFault.class)
        .hasMessage(
            "/logs cannot be read: the connector for s3a:// is not here, or not whole (Class org.apache.hadoop.fs.s3a.S3AFileSystem not found); src/site/markdown/s3.md has the --packages that bring it");
  }

  @Test
  void refuses_an_empty_argument() {
    assertThatThrownBy(() -> findExactly(""))
        .isInstanceOf(UsageFault.class)
        .hasMessage("an INPUT is empty; expected a log file, a folder of logs or a glob");
  }

  @Test
  void refuses_a_broken_glob() {
    write("a.log", "x");

    assertFault("a[.log").hasMessageStartingWith(folder + "/a[.log ");
  }

  @Test
  void says_that_permission_is_missing() {
    Path log = write("a.log", "x");

    assertThatThrownBy(() -> InputFinder.find(List.of(log.toString()), localFiles(Forbidden.class)))
        .isInstanceOf(InputFault.class)
        .hasMessage("file:" + log + ": no permission to read it; check its owner and mode");
  }

  @Test
  void names_the_folder_that_may_not_be_listed() {
    write("logs/a.log", "x");
    Path secret = write("logs/secret/b.log", "x").getParent();

    assertThatThrownBy(() -> InputFinder.find(List.of(folder + "/logs"), localFiles(Secret.class)))
        .isInstanceOf(InputFault.class)
        .hasMessage("file:" + secret + ": no permission to read it; check its owner and mode");
  }
}
