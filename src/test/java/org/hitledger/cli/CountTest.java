package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What files may look like, and what a run may not do. */
class CountTest {
  @TempDir Path folder;

  private static String hit(String path) {
    return "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] \"GET "
        + path
        + " HTTP/1.1\" 200 5 \"-\" \"x\"";
  }

  private Path log(String name, String text) {
    return LogFile.writeBytes(folder.resolve("logs").resolve(name), text.getBytes(ISO_8859_1));
  }

  private static CommandRun tsv(Object... inputs) {
    Object[] words = new Object[inputs.length + 5];
    System.arraycopy(new Object[] {"count", "--top", "all", "--format", "tsv"}, 0, words, 0, 5);
    System.arraycopy(inputs, 0, words, 5, inputs.length);
    CommandRun run = CommandRun.of(words);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private static void assertLines(CommandRun run, String name, long lines) {
    assertThat(run.err()).containsPattern("(?m)^ *\\Q" + name + "\\E +" + lines + "$");
  }

  @Test
  void lines_may_end_with_crlf_and_the_last_one_with_nothing() {
    CommandRun run =
        tsv(log("a.gz", hit("/book/x") + "\r\n" + hit("/book/y") + "\r\n\r\n" + hit("/book/x")));
    assertThat(run.out()).isEqualTo("2\t/book/x\n1\t/book/y\n");
    assertLines(run, "blank", 1);
    assertLines(run, "lines read", 4);
  }

  @Test
  void a_lone_carriage_return_forges_no_line() {
    CommandRun run = tsv(log("a.gz", hit("/book/x") + "\r" + hit("/book/forged") + "\n"));
    assertThat(run.out()).isEqualTo("1\t/book/x\n");
    assertLines(run, "lines read", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.gz", "a.log"})
  void a_byte_order_mark_is_dropped_at_the_start_of_a_file(String name) {
    String mark = "\u00ef\u00bb\u00bf";
    CommandRun run = tsv(log(name, mark + hit("/book/x") + "\n" + mark + hit("/book/y") + "\n"));
    assertThat(run.out()).isEqualTo("1\t/book/x\n1\t/book/y\n");
  }

  @Test
  void paths_that_differ_in_one_bad_byte_stay_apart() {
    CommandRun run = tsv(log("a.gz", hit("/book/\u00fe") + "\n" + hit("/book/\u00ff") + "\n"));
    assertThat(run.out()).isEqualTo("1\t/book/\\xFE\n1\t/book/\\xFF\n");
  }

  @Test
  void valid_utf_8_comes_out_as_it_went_in() {
    String path = "/book/übung/\u65e5\u672c/\ud83d\ude00";
    CommandRun run = tsv(log("a.gz", hit(new String(path.getBytes(UTF_8), ISO_8859_1)) + "\n"));
    assertThat(run.out()).isEqualTo("1\t" + path + "\n");
  }

  @Test
  void all_members_of_a_gzip_file_are_read() throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (String path : List.of("/book/x", "/book/y", "/book/x")) {
      bytes.writeBytes(LogFile.gzip((hit(path) + "\n").getBytes(UTF_8)));
    }
    Path file = Files.write(folder.resolve("members.gz"), bytes.toByteArray());
    assertThat(tsv(file).out()).isEqualTo("2\t/book/x\n1\t/book/y\n");
  }

  @Test
  void empty_files_count_as_files_without_lines() {
    CommandRun run = tsv(log("empty.gz", ""), log("empty.log", ""));
    assertThat(run.out()).isEmpty();
    assertLines(run, "lines read", 0);
    assertLines(run, "files", 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space.gz",
        "a[1].gz",
        "a{b,c}.gz",
        "star*.gz",
        "what?.gz",
        "back\\slash.gz",
        "10:15.gz",
        "a,b.gz",
        "50%20.gz",
        "a#b.gz",
        "über.gz",
        "plus+.gz",
        "date=2012/part.gz"
      })
  void odd_names_are_names(String name) {
    log("decoy.gz", hit("/book/decoy") + "\n");
    Path file = log(name, hit("/book/x") + "\n");
    assertThat(tsv(file).out()).isEqualTo("1\t/book/x\n");
  }

  @Test
  void other_rules_and_sections_decide_what_counts() throws IOException {
    Path file = log("a.gz", hit("/blog/x.html") + "\n" + hit("/blog/x.bak") + "\n");
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            "section: none\nexcluded_names: []\nexcluded_extensions: [.bak]\n");
    assertThat(tsv("--rules", rules, "--section", "blog", file).out())
        .isEqualTo("1\t/blog/x.html\n");
  }

  @Test
  void the_table_shows_no_control_character_of_a_stranger() {
    Path file = log("a.gz", hit("/book/\u001b[31mred\u007f") + "\n");
    CommandRun run = CommandRun.of("count", file);
    assertThat(run.out()).isEqualTo("count  path\n    1  /book/\\x1B[31mred\\x7F\n");
  }

  @Test
  void a_damaged_file_ends_the_run_and_leaves_older_results_alone() throws IOException {
    Path results = folder.resolve("results");
    Path good = log("good.gz", hit("/book/x") + "\n");
    assertThat(CommandRun.of("count", "--output", results, good).code()).isZero();
    byte[] whole = Files.readAllBytes(good);
    Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length - 10));

    CommandRun run = CommandRun.of("count", "--output", results, "--overwrite", good, cut);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("file:" + cut).contains("leave it out").hasLineCount(1);
    assertThat(tsv(good).out()).isEqualTo("1\t/book/x\n");
    assertThat(results.resolve("run.json")).exists();
    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("logs", "cut.gz", "results");
    }
  }

  @Test
  void results_are_replaced_when_asked_for() {
    Path results = folder.resolve("results");
    Path first = log("first.gz", hit("/book/x") + "\n");
    Path second = log("second.gz", hit("/book/y") + "\n");
    assertThat(CommandRun.of("count", "--output", results, first).code()).isZero();
    assertThat(CommandRun.of("count", "--output", results, second).code()).isEqualTo(2);
    CommandRun run = CommandRun.of("count", "--output", results, "--overwrite", second);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("/book/y").doesNotContain("/book/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"res[1]", "a{b", "10:15", "star*", "50%20 x"})
  void results_may_have_odd_names(String name) {
    Path results = folder.resolve(name);
    Path file = log("a.gz", hit("/book/x") + "\n");
    for (int round = 1; round <= 2; round++) {
      CommandRun run = CommandRun.of("count", "--overwrite", "--output", results, file);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains("/book/x");
    }
    assertThat(results.resolve("run.json")).exists();
  }

  @Test
  void a_link_to_results_stays_a_link() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    Path file = log("a.gz", hit("/book/x") + "\n");
    CommandRun run = CommandRun.of("count", "--overwrite", "--output", link, file);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(real.resolve("run.json")).exists();
  }
}
