package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever counts a site of his own by the rules of another gets no hits, and is told why. */
class NothingCountedTest {
  private static final String END_OF_BALANCE = "(?s).*\nseconds +[0-9.]+\n";

  @TempDir Path folder;

  private Path log(String... targets) {
    return LogFile.write(
        folder.resolve("logs/a.gz"),
        Stream.of(targets)
            .map(
                target ->
                    "h - - [01/Jun/2012:22:17:55 -0400] \"GET %s HTTP/1.1\" 200 5"
                        .formatted(target)
                        .getBytes(ISO_8859_1))
            .toList());
  }

  /** What follows the balance. */
  private static String noteOf(Object... words) {
    CommandRun run = CommandRun.of(words);
    assertThat(run.code()).as(run.err()).isZero();
    return run.err().replaceFirst(END_OF_BALANCE, "");
  }

  @Test
  void the_first_segments_are_shown_with_the_options_that_count_them() {
    Path log =
        log(
            "/docs/a",
            "/docs/a",
            "/docs//b/",
            "/blog/x",
            "/a/1",
            "/b/1",
            "/c/1",
            "/d/1",
            "/",
            "/",
            "/docs",
            "/x.html",
            "//h",
            "/docs/a.png",
            "/ping/x");
    assertThat(noteOf("count", log))
        .isEqualTo(
            "hitledger: no access counts below /book/: the first segments seen most are / (5),"
                + " /docs (3), /a (1), /b (1), /blog (1); count one of them with --section docs,"
                + " or the whole site with --rules site\n");
    assertThat(CommandRun.of("count", "--format=tsv", "--section", "docs", log).out())
        .isEqualTo("2\t/docs/a\n1\t/docs//b/\n");
    assertThat(noteOf("count", "--rules", "site", log)).isEmpty();
  }

  @Test
  void the_whole_site_is_had_as_the_other_options_let_it() throws IOException {
    Path log = log("/docs/a");
    assertThat(noteOf("count", "--section", "x", log))
        .contains("below /x/")
        .endsWith(" --section docs, or the whole site with --rules site instead of --section\n");
    assertThat(noteOf("count", "--rules", "site", "--section", "x", log))
        .endsWith(" or the whole site with --section all\n");
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            "section: x\nexcluded_names: []\nexcluded_extensions: []\n");
    assertThat(noteOf("count", "--rules", rules, log))
        .endsWith(" or the whole site with --section all\n");
  }

  @Test
  void pages_without_a_section_are_the_whole_sites() {
    assertThat(noteOf("count", log("/", "/index.html", "/book/")))
        .isEqualTo(
            "hitledger: no access counts below /book/: the first segments seen most are / (3);"
                + " count the whole site with --rules site\n");
  }

  @Test
  void segments_that_strangers_made_neither_steer_a_terminal_nor_a_shell() {
    Path log =
        log(
            "/$(reboot)/x",
            "/$(reboot)/y",
            "/\u001b[2J\u0007/x",
            "/\u00ff/x",
            "/" + "z".repeat(100_000) + "/x");
    assertThat(noteOf("count", log))
        .hasLineCount(1)
        .contains(
            " /$(reboot) (2), /\\x1B[2J\\x07 (1), /\\xFF (1), /" + "z".repeat(60) + "... (1);")
        .contains("count one of them with --section NAME, or ");
    assertThat(noteOf("count", log("/-x/y"))).contains("--section NAME");
    assertThat(noteOf("count", log("/all/y"))).contains("--section NAME");
  }

  @Test
  void filters_are_shown_where_the_section_is_not_why() {
    assertThat(noteOf("count", "--rules", "site", log("/a.png", "/b.CSS", "/robots.txt")))
        .isEqualTo(
            "hitledger: no access counts: these filters have taken them all:"
                + " filtered/excluded_name (1), filtered/excluded_extension (2);"
                + " change the rules (--rules FILE), or the options that they are named like\n");
    assertThat(noteOf("count", "--status", "404", log("/book/x", "/docs/x")))
        .contains(" filtered/outside_section (1), filtered/status (1);");
  }

  @Test
  void hits_without_a_counted_row_get_the_same_note() {
    assertThat(noteOf("hits", "--output", folder.resolve("hits"), log("/docs/a")))
        .contains("the first segments seen most are /docs (1);");
  }

  @Test
  void nothing_is_said_where_something_counts() {
    assertThat(noteOf("count", log("/book/x", "/docs/a"))).isEmpty();
  }

  @Test
  void files_without_lines_or_with_blank_ones_are_told_as_such() {
    assertThat(noteOf("count", LogFile.writeBytes(folder.resolve("b.log"), new byte[] {'\n'})))
        .isEqualTo("hitledger: all lines that were read are blank\n");
    assertThat(noteOf("count", LogFile.writeBytes(folder.resolve("c.log"), new byte[0])))
        .isEqualTo("hitledger: there is no line in what was read\n");
  }
}
