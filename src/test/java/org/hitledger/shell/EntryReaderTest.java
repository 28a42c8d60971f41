package org.hitledger.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hitledger.shell.Entry.CommandLine;
import org.hitledger.shell.Entry.Question;
import org.hitledger.shell.Entry.Quit;
import org.hitledger.shell.Entry.Statement;
import org.hitledger.testing.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryReaderTest {
  private static final EntryReader READER = new EntryReader(Set.of("count", "sql"));

  private static Optional<List<Entry>> read(String text) {
    return READER.read(text);
  }

  @Test
  void a_line_is_a_command_a_question_the_end_or_sql() {
    assertThat(read("count a b")).contains(List.of(new CommandLine(List.of("count", "a", "b"))));
    assertThat(read("  count\ta ")).contains(List.of(new CommandLine(List.of("count", "a"))));
    assertThat(read("\\d hits")).contains(List.of(new Question("d", Optional.of("hits"))));
    assertThat(read("\\d")).contains(List.of(new Question("d", Optional.empty())));
    assertThat(read("\\?")).contains(List.of(new Question("?", Optional.empty())));
    assertThat(read("help")).contains(List.of(new Question("?", Optional.empty())));
    assertThat(read("SELECT 1;")).contains(List.of(new Statement("SELECT 1")));
    assertThat(read("select 1; select 2;"))
        .contains(List.of(new Statement("select 1"), new Statement("select 2")));
    assertThat(read("   ")).contains(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "quit", "\\q", "exit;", " quit ; "})
  void it_is_left_as_other_shells_are(String text) {
    assertThat(read(text)).contains(List.of(new Quit()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT count", "counts;'", "count 'a", "sql \"SELECT 1", "count a\\", "with"})
  void a_text_that_does_not_end_goes_on(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void a_query_that_was_begun_by_mistake_can_be_left() {
    assertThat(read("cuont logs\n\\q")).contains(List.of(new Quit()));
    assertThat(read("SELECT 1\n \\? ")).contains(List.of(new Question("?", Optional.empty())));
    assertThat(read("SELECT '\n\\d';")).contains(List.of(new Statement("SELECT '\n\\d'")));
  }

  @Test
  void a_name_that_only_begins_like_a_command_is_sql() {
    assertThat(read("counts;")).contains(List.of(new Statement("counts")));
  }

  /** Whose rules they are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "count a  b",
        "count 'a b' \"c d\"",
        "count a'b c'd",
        "count \"it's\" 'say \"so\"'",
        "count a\\ b \\' \\\\",
        "count '\\d' \"\\d\" \"\\\"\" \"\\\\\"",
        "count '' x \"\"",
        "count 'a\nb'",
        "sql \"SELECT count(*) FROM hits WHERE path RLIKE '\\\\.html'\" results",
      })
  void words_are_those_of_a_posix_shell(String line) {
    String printed = Shell.run(Path.of("."), "printf '<%s>' " + line).output();
    List<Entry> entries = read(line).orElseThrow();
    List<String> words = ((CommandLine) entries.get(0)).words();
    assertThat("<" + String.join("><", words) + ">").isEqualTo(printed);
  }
}
