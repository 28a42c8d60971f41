package org.hitledger.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hitledger.fault.InputFault;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files the arguments of a run name. */
class InputFinderTest extends InputFixture {
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
}
