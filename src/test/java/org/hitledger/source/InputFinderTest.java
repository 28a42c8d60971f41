package org.hitledger.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.hitledger.fault.InputFault;
import org.hitledger.fault.UsageFault;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputFinderTest {
  @TempDir private Path folder;

  private final Configuration hadoop = localFiles(RawLocalFileSystem.class);

  @Test
  void finds_a_file_as_it_is() {
    Path log = write("a.log", "four");

    InputFile found = find("a.log").files().get(0);

    assertThat(found.name()).isEqualTo("file:" + log);
    assertThat(found.length()).isEqualTo(4);
    assertThat(found.modificationTime()).isEqualTo(log.toFile().lastModified());
  }

  @Test
  void finds_an_empty_file() {
    write("empty.log", "");

    assertThat(names(find("empty.log"))).containsExactly("empty.log");
  }

  @Test
  void finds_a_file_named_with_its_scheme() {
    Path log = write("a.log", "x");

    assertThat(names(findExactly("file://" + log))).containsExactly("a.log");
  }

  @ParameterizedTest
  @CsvSource({
    "plain.gz, is named .gz, but is no gzip; rename it",
    "nothing.gz, is named .gz, but is empty; rename it",
    "access.log.2, 'is gzip, but its name does not end with .gz; rename it'",
  })
  void refuses_a_file_whose_name_lies_about_gzip(String name, String message) throws IOException {
    write("plain.gz", "1.2.3.4 - -");
    write("nothing.gz", "");
    Files.write(folder.resolve("access.log.2"), LogFile.gzip(new byte[] {'x'}));

    assertThatThrownBy(() -> find(name))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("file:" + folder.resolve(name) + " ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"logs", "logs/*.gz", "lo*"})
  void refuses_a_name_that_is_no_text(String argument) throws Exception {
    write("logs/a.log", "x");
    // Java itself cannot make such a file.
    Process touch =
        new ProcessBuilder("bash", "-c", "touch $'caf\\xe9.gz'")
            .directory(folder.resolve("logs").toFile())
            .start();
    assertThat(touch.waitFor()).isZero();

    assertFault(argument)
        .hasMessageContaining("/logs/caf")
        .hasMessageContaining(
            ": its name is no text in this machine's locale, so that Java cannot open it; set"
                + " LC_ALL to a locale that fits, such as C.UTF-8, or rename it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"logs", "logs/*.log"})
  void notes_a_link_that_leads_nowhere(String argument) throws IOException {
    write("logs/a.log", "x");
    Path link = folder.resolve("logs/b.log");
    Files.createSymbolicLink(link, folder.resolve("nowhere"));

    Inputs found = find(argument);

    assertThat(names(found)).containsExactly("logs/a.log");
    assertThat(found.notes())
        .containsExactly("skipped " + link + ": it is a link that leads nowhere");
  }

  @Test
  void looks_into_many_files_at_a_time() {
    for (int i = 0; i < Meeting.FILES; i++) {
      write("logs/%d.log".formatted(i), "x");
    }

    Inputs found = InputFinder.find(List.of(folder + "/logs"), localFiles(Meeting.class));

    assertThat(found.files()).hasSize(Meeting.FILES);
  }

  @Test
  void tells_of_the_first_of_many_files_that_are_wrong() {
    for (int i = 10; i < 99; i++) {
      write("logs/" + i + ".gz", "no gzip");
    }
    write("logs/00.log", "good");

    assertThatThrownBy(() -> find("logs"))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("/logs/10.gz is named .gz, but is no gzip");
  }

  @Test
  void finds_all_files_below_a_folder_in_the_order_of_their_paths() {
    write("logs/b.log", "1");
    write("logs/2012/06/c.log", "22");
    write("logs/a.log", "333");

    Inputs found = find("logs");

    assertThat(names(found)).containsExactly("logs/2012/06/c.log", "logs/a.log", "logs/b.log");
    assertThat(found.bytes()).isEqualTo(6);
    assertThat(found.notes()).isEmpty();
  }

  @Test
  void remembers_what_the_arguments_named() {
    Path log = write("a.log", "x");
    Path other = write("logs/sub/b.log", "x");

    assertThat(find("a.log", "logs/").roots())
        .extracting(Object::toString)
        .containsExactly("file:" + log, "file:" + other.getParent().getParent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "logs/*.log | logs/10:15.log logs/a.log logs/b.log",
        "logs/? | logs/c/d.log",
        "logs/[ab].log | logs/a.log logs/b.log",
        "logs/{a,c/d}.log | logs/a.log logs/c/d.log",
        "l*/[!b]* | logs/10:15.log logs/a.log logs/c/d.log",
        "logs/*/*.log | logs/c/d.log"
      })
  void finds_what_a_glob_matches(String glob, String expected) {
    write("logs/10:15.log", "x");
    write("logs/a.log", "x");
    write("logs/b.log", "x");
    write("logs/c/d.log", "x");

    assertThat(names(find(glob))).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a[1].log",
        "a[.log",
        "a].log",
        "a{1,2}.log",
        "a{.log",
        "a}.log",
        "a*.log",
        "a?.log",
        "a\\1.log",
        "10:15.log",
        "s3a:b.log",
        "a,b.log",
        "a b.log",
        "a .log ",
        "50%.log",
        "a%31.log",
        "a#1.log",
        "a\n1.log",
        "größe-\u65E5\u672C-\uD83D\uDE00.log"
      })
  void takes_a_name_that_exists_literally(String name) {
    Path log = write("logs/" + name, "x");
    write("logs/a1.log", "a file that the name as a pattern or decoded would be");

    assertThat(names(find("logs/" + name))).containsExactly("logs/" + name);
    assertThat(names(findExactly("file:" + log))).containsExactly("logs/" + name);
    assertThat(names(find("logs"))).containsExactlyInAnyOrder("logs/" + name, "logs/a1.log");
    find("logs").requireUnchanged(hadoop);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10:15.log", "access.log:2012", "a,b.log"})
  void takes_a_colon_in_a_plain_name_for_no_scheme(String name) {
    assertThat(InputPath.parse(name).toUri().getScheme()).isNull();
    assertThat(InputPath.parse(name).getName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_SUCCESS", ".a.log.crc", "a.log._COPYING_"})
  void notes_hidden_names_in_folders(String hidden) {
    Path skipped = write("logs/" + hidden, "x");
    write("logs/a.log", "x");

    Inputs found = find("logs");

    assertThat(names(found)).containsExactly("logs/a.log");
    assertThat(found.notes())
        .containsExactly(
            "skipped file:%s: its name marks it as hidden or unfinished".formatted(skipped));
  }

  @Test
  void notes_a_hidden_folder_in_a_folder() {
    write("logs/_temporary/0/part.log", "x");
    write("logs/a.log", "x");

    Inputs found = find("logs");

    assertThat(names(found)).containsExactly("logs/a.log");
    assertThat(found.notes()).singleElement().asString().contains("logs/_temporary:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_a.log", ".a.log", "a.log._COPYING_"})
  void refuses_a_hidden_name_that_is_named_itself(String hidden) {
    Path log = write(hidden, "x");

    assertFault(hidden)
        .hasMessage(
            "%s: Spark would skip %s, since its name starts with _ or . or ends with ._COPYING_;"
                    .formatted(log, hidden)
                + " rename it or leave it out");
  }

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

  @Test
  void refuses_a_scheme_that_nobody_knows() {
    assertThatThrownBy(() -> findExactly("nosuch://x/y"))
        .isInstanceOf(InputFault.class)
        .hasMessage("nosuch://x/y cannot be read: No FileSystem for scheme \"nosuch\"");
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

  @Test
  void accepts_files_that_stayed_as_they_were() {
    write("logs/a.log", "x");
    write("logs/b.log", "x");

    Inputs found = find("logs");

    assertThatCode(() -> found.requireUnchanged(hadoop)).doesNotThrowAnyException();
  }

  @Test
  void refuses_a_file_that_grew() throws IOException {
    Path log = write("a.log", "x");
    Inputs found = find("a.log");
    FileTime time = Files.getLastModifiedTime(log);

    write("a.log", "x and more");
    Files.setLastModifiedTime(log, time);

    assertThatThrownBy(() -> found.requireUnchanged(hadoop))
        .isInstanceOf(InputFault.class)
        .hasMessage(
            "file:%s changed while it was read (1 bytes of %s, now 10 bytes of %2$s);"
                    .formatted(log, time.toInstant().truncatedTo(ChronoUnit.MILLIS))
                + " run again when its log is rotated");
  }

  @Test
  void refuses_a_file_that_was_touched() throws IOException {
    Path log = write("a.log", "x");
    Inputs found = find("a.log");

    Files.setLastModifiedTime(log, FileTime.fromMillis(log.toFile().lastModified() - 5000));

    assertThatThrownBy(() -> found.requireUnchanged(hadoop))
        .isInstanceOf(InputFault.class)
        .hasMessageStartingWith("file:%s changed while it was read".formatted(log));
  }

  @Test
  void refuses_a_file_that_was_deleted() throws IOException {
    Path log = write("a.log", "x");
    Inputs found = find("a.log");

    Files.delete(log);

    assertThatThrownBy(() -> found.requireUnchanged(hadoop))
        .isInstanceOf(InputFault.class)
        .hasMessage(
            "file:%s vanished while it was read; run again without it or with it back"
                .formatted(log));
  }

  @Test
  void checks_every_file_for_changes() throws IOException {
    write("logs/a.log", "x");
    Path last = write("logs/b.log", "x");
    Inputs found = find("logs");

    Files.delete(last);

    assertThatThrownBy(() -> found.requireUnchanged(hadoop))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining(last.toString());
  }

  private AbstractThrowableAssert<?, ?> assertFault(String argument) {
    return assertThatThrownBy(() -> find(argument)).isInstanceOf(InputFault.class);
  }

  private List<String> messagesOf(String argument) {
    try {
      return find(argument).notes();
    } catch (InputFault e) {
      return List.of(e.getMessage());
    }
  }

  private Inputs find(String... arguments) {
    return findExactly(
        Arrays.stream(arguments).map(argument -> folder + "/" + argument).toArray(String[]::new));
  }

  private Inputs findExactly(String... arguments) {
    return InputFinder.find(List.of(arguments), hadoop);
  }

  /** The files found, relative to the test's folder. */
  private List<String> names(Inputs found) {
    String prefix = "file:" + folder + "/";
    return found.files().stream().map(file -> file.name().replace(prefix, "")).toList();
  }

  private Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Configuration localFiles(Class<? extends RawLocalFileSystem> implementation) {
    var hadoop = new Configuration(false);
    hadoop.set("fs.file.impl", implementation.getName());
    hadoop.setBoolean("fs.file.impl.disable.cache", true);
    return hadoop;
  }

  /** Local files whose mode forbids reading, told the way in which {@code FileInputStream} does. */
  public static final class Forbidden extends RawLocalFileSystem {
    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize)
        throws IOException {
      throw new FileNotFoundException(path.toUri().getPath() + " (Permission denied)");
    }
  }

  /** Local files, and a folder that may not be listed. */
  public static final class Secret extends RawLocalFileSystem {
    @Override
    public FileStatus[] listStatus(org.apache.hadoop.fs.Path path) throws IOException {
      if (path.getName().equals("secret")) {
        throw new AccessControlException("Permission denied");
      }
      return super.listStatus(path);
    }
  }

  /** Local files that open when a number of them is being opened. */
  public static final class Meeting extends RawLocalFileSystem {
    static final int FILES = 8;

    private final CyclicBarrier barrier = new CyclicBarrier(FILES);

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize)
        throws IOException {
      try {
        barrier.await(60, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new IOException("nobody else came", e);
      }
      return super.open(path, bufferSize);
    }
  }
}
