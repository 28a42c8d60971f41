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
  void findsAFileAsItIs() {
    Path log = write("a.log", "four");

    InputFile found = find("a.log").files().get(0);

    assertThat(found.name()).isEqualTo("file:" + log);
    assertThat(found.length()).isEqualTo(4);
    assertThat(found.modificationTime()).isEqualTo(log.toFile().lastModified());
  }

  @Test
  void findsAnEmptyFile() {
    write("empty.log", "");

    assertThat(names(find("empty.log"))).containsExactly("empty.log");
  }

  @Test
  void findsAFileNamedWithItsScheme() {
    Path log = write("a.log", "x");

    assertThat(names(findExactly("file://" + log))).containsExactly("a.log");
  }

  @ParameterizedTest
  @CsvSource({
    "plain.gz, is named .gz, but is no gzip; rename it",
    "nothing.gz, is named .gz, but is empty; rename it",
    "access.log.2, 'is gzip, but its name does not end with .gz; rename it'",
  })
  void refusesAFileWhoseNameLiesAboutGzip(String name, String message) throws IOException {
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
  void refusesANameThatIsNoText(String argument) throws Exception {
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
  void notesALinkThatLeadsNowhere(String argument) throws IOException {
    write("logs/a.log", "x");
    Path link = folder.resolve("logs/b.log");
    Files.createSymbolicLink(link, folder.resolve("nowhere"));

    Inputs found = find(argument);

    assertThat(names(found)).containsExactly("logs/a.log");
    assertThat(found.notes())
        .containsExactly("skipped " + link + ": it is a link that leads nowhere");
  }

  @Test
  void looksIntoManyFilesAtATime() {
    for (int i = 0; i < Meeting.FILES; i++) {
      write("logs/%d.log".formatted(i), "x");
    }

    Inputs found = InputFinder.find(List.of(folder + "/logs"), localFiles(Meeting.class));

    assertThat(found.files()).hasSize(Meeting.FILES);
  }

  @Test
  void tellsOfTheFirstOfManyFilesThatAreWrong() {
    for (int i = 10; i < 99; i++) {
      write("logs/" + i + ".gz", "no gzip");
    }
    write("logs/00.log", "good");

    assertThatThrownBy(() -> find("logs"))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("/logs/10.gz is named .gz, but is no gzip");
  }

  @Test
  void findsAllFilesBelowAFolderInTheOrderOfTheirPaths() {
    write("logs/b.log", "1");
    write("logs/2012/06/c.log", "22");
    write("logs/a.log", "333");

    Inputs found = find("logs");

    assertThat(names(found)).containsExactly("logs/2012/06/c.log", "logs/a.log", "logs/b.log");
    assertThat(found.bytes()).isEqualTo(6);
    assertThat(found.notes()).isEmpty();
  }

  @Test
  void remembersWhatTheArgumentsNamed() {
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
  void findsWhatAGlobMatches(String glob, String expected) {
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
  void takesANameThatExistsLiterally(String name) {
    Path log = write("logs/" + name, "x");
    write("logs/a1.log", "a file that the name as a pattern or decoded would be");

    assertThat(names(find("logs/" + name))).containsExactly("logs/" + name);
    assertThat(names(findExactly("file:" + log))).containsExactly("logs/" + name);
    assertThat(names(find("logs"))).containsExactlyInAnyOrder("logs/" + name, "logs/a1.log");
    find("logs").requireUnchanged(hadoop);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10:15.log", "access.log:2012", "a,b.log"})
  void takesAColonInAPlainNameForNoScheme(String name) {
    assertThat(InputPath.parse(name).toUri().getScheme()).isNull();
    assertThat(InputPath.parse(name).getName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_SUCCESS", ".a.log.crc", "a.log._COPYING_"})
  void notesHiddenNamesInFolders(String hidden) {
    Path skipped = write("logs/" + hidden, "x");
    write("logs/a.log", "x");

    Inputs found = find("logs");

    assertThat(names(found)).containsExactly("logs/a.log");
    assertThat(found.notes())
        .containsExactly(
            "skipped file:%s: its name marks it as hidden or unfinished".formatted(skipped));
  }

  @Test
  void notesAHiddenFolderInAFolder() {
    write("logs/_temporary/0/part.log", "x");
    write("logs/a.log", "x");

    Inputs found = find("logs");

    assertThat(names(found)).containsExactly("logs/a.log");
    assertThat(found.notes()).singleElement().asString().contains("logs/_temporary:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_a.log", ".a.log", "a.log._COPYING_"})
  void refusesAHiddenNameThatIsNamedItself(String hidden) {
    Path log = write(hidden, "x");

    assertFault(hidden)
        .hasMessage(
            "%s: Spark would skip %s, since its name starts with _ or . or ends with ._COPYING_;"
                    .formatted(log, hidden)
                + " rename it or leave it out");
  }

  @Test
  void countsAFileNamedTwiceOnceWithANote() {
    Path log = write("logs/a.log", "x");

    Inputs found = find("logs/a.log", "logs/../logs/./a.log", "logs/*.log", "logs");

    assertThat(names(found)).containsExactly("logs/a.log");
    assertThat(found.notes())
        .hasSize(3)
        .containsOnly("file:" + log + " was named twice and is counted once");
  }

  @Test
  void countsAFileAndALinkToItOnceWithANote() throws IOException {
    Path log = write("a.log", "x");
    Path link = Files.createSymbolicLink(folder.resolve("link.log"), log);

    Inputs found = find("a.log", "link.log");

    assertThat(names(found)).containsExactly("a.log");
    assertThat(found.notes())
        .containsExactly("file:" + link + " was named twice and is counted once");
  }

  @Test
  void readsThroughALinkToAFileElsewhere() throws IOException {
    Path log = write("elsewhere/a.log", "four");
    Files.createDirectory(folder.resolve("logs"));
    Files.createSymbolicLink(folder.resolve("logs/current.log"), log);

    Inputs found = find("logs");

    assertThat(names(found)).containsExactly("logs/current.log");
    assertThat(found.bytes()).isEqualTo(4);
  }

  @Test
  void countsAFolderNamedTwiceOnceWithANote() {
    write("logs/a.log", "x");

    Inputs found = find("logs", "logs");

    assertThat(names(found)).containsExactly("logs/a.log");
    assertThat(found.notes()).singleElement().asString().endsWith("counted once");
  }

  @Test
  void countsAFolderAndALinkToItOnce() throws IOException {
    write("logs/a.log", "x");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("logs"));

    assertThat(names(find("logs", "link"))).containsExactly("logs/a.log");
  }

  @Test
  void countsAFileAndALinkToItsFolderOnce() throws IOException {
    write("logs/a.log", "x");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("logs"));

    assertThat(names(find("logs/a.log", "link"))).containsExactly("logs/a.log");
  }

  @Test
  void takesAFolderAllOfWhoseFilesWereNamedBefore() {
    write("logs/sub/a.log", "x");

    assertThat(names(find("logs/sub/a.log", "logs"))).containsExactly("logs/sub/a.log");
    assertThat(names(find("logs", "logs/sub"))).containsExactly("logs/sub/a.log");
  }

  @Test
  void endsWhereLinksLoop() throws IOException {
    write("logs/sub/a.log", "x");
    Files.createSymbolicLink(folder.resolve("logs/sub/up"), folder.resolve("logs"));
    Files.createSymbolicLink(folder.resolve("logs/self"), folder.resolve("logs"));

    assertThat(names(find("logs"))).containsExactly("logs/sub/a.log");
  }

  @Test
  void isNotSilentOnALinkInAFolderThatLeadsNowhere() throws IOException {
    write("logs/a.log", "x");
    Files.createSymbolicLink(folder.resolve("logs/b.log"), folder.resolve("gone.log"));

    assertThat(messagesOf("logs")).anyMatch(message -> message.contains("b.log"));
  }

  @Test
  void refusesALinkThatLeadsNowhere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("b.log"), folder.resolve("gone.log"));

    assertFault("b.log")
        .hasMessage(link + " matches nothing; expected a log file, a folder of logs or a glob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.log", "missing/", "missing/a.log", "*.gz", "missing/*", "a[1]"})
  void refusesWhatMatchesNothing(String argument) {
    write("a.log", "x");

    assertFault(argument)
        .hasMessage(
            folder.resolve("")
                + "/"
                + argument
                + " matches nothing; expected a log file, a folder of logs or a glob");
  }

  @Test
  void refusesTheWholeRunForOneArgumentThatMatchesNothing() {
    write("a.log", "x");

    assertThatThrownBy(() -> find("a.log", "missing.log"))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("missing.log matches nothing");
  }

  @Test
  void refusesAFileAsAFolder() {
    write("a.log", "x");

    assertFault("a.log/b.log").hasMessageContaining("a.log/b.log").hasMessageContaining("expected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sub", "_hidden-only"})
  void refusesAFolderWithoutLogs(String child) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Files.createDirectories(logs.resolve(child));

    assertFault("logs")
        .hasMessage("file:%s has no logs in it; expected a folder with log files".formatted(logs));
  }

  @Test
  void refusesASchemeThatNobodyKnows() {
    assertThatThrownBy(() -> findExactly("nosuch://x/y"))
        .isInstanceOf(InputFault.class)
        .hasMessage("nosuch://x/y cannot be read: No FileSystem for scheme \"nosuch\"");
  }

  @Test
  void refusesAnEmptyArgument() {
    assertThatThrownBy(() -> findExactly(""))
        .isInstanceOf(UsageFault.class)
        .hasMessage("an INPUT is empty; expected a log file, a folder of logs or a glob");
  }

  @Test
  void refusesABrokenGlob() {
    write("a.log", "x");

    assertFault("a[.log").hasMessageStartingWith(folder + "/a[.log ");
  }

  @Test
  void saysThatPermissionIsMissing() {
    Path log = write("a.log", "x");

    assertThatThrownBy(() -> InputFinder.find(List.of(log.toString()), localFiles(Forbidden.class)))
        .isInstanceOf(InputFault.class)
        .hasMessage("file:" + log + ": no permission to read it; check its owner and mode");
  }

  @Test
  void namesTheFolderThatMayNotBeListed() {
    write("logs/a.log", "x");
    Path secret = write("logs/secret/b.log", "x").getParent();

    assertThatThrownBy(() -> InputFinder.find(List.of(folder + "/logs"), localFiles(Secret.class)))
        .isInstanceOf(InputFault.class)
        .hasMessage("file:" + secret + ": no permission to read it; check its owner and mode");
  }

  @Test
  void acceptsFilesThatStayedAsTheyWere() {
    write("logs/a.log", "x");
    write("logs/b.log", "x");

    Inputs found = find("logs");

    assertThatCode(() -> found.requireUnchanged(hadoop)).doesNotThrowAnyException();
  }

  @Test
  void refusesAFileThatGrew() throws IOException {
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
  void refusesAFileThatWasTouched() throws IOException {
    Path log = write("a.log", "x");
    Inputs found = find("a.log");

    Files.setLastModifiedTime(log, FileTime.fromMillis(log.toFile().lastModified() - 5000));

    assertThatThrownBy(() -> found.requireUnchanged(hadoop))
        .isInstanceOf(InputFault.class)
        .hasMessageStartingWith("file:%s changed while it was read".formatted(log));
  }

  @Test
  void refusesAFileThatWasDeleted() throws IOException {
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
  void checksEveryFileForChanges() throws IOException {
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
