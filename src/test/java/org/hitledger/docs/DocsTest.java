package org.hitledger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hitledger.app.ExitCode;
import org.hitledger.logformat.LogFormats;
import org.hitledger.product.hits.HitColumn;
import org.hitledger.rules.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes and links of all pages, and the tables that the code knows; it has nothing to start. */
class DocsTest {
  private static final int MOST_LINES_OF_THE_README = 160;
  private static final int MOST_LINES_OF_A_PAGE = 250;
  private static final Path ROOMS = Path.of("src/main/java/org/hitledger");

  /** Of Spark and of the shell, which the job has no hand in. */
  private static final List<String> EXIT_CODES_OF_OTHERS = List.of("52", "130, 143");

  /** Other commands than {@code ./submit.sh}: each has a test of its own, or is the test. */
  private static final Set<String> OTHER_COMMANDS =
      Set.of(
          "mvn verify",
          "mvn -q test-compile exec:exec",
          "notebooks/run.sh start",
          "notebooks/run.sh execute");

  static Stream<Page> pages() {
    return Page.all().stream();
  }

  static Stream<Page> pages_with_links() {
    return Stream.concat(pages(), Stream.of(Page.in("notebooks/README.md")));
  }

  @Test
  void the_readme_is_read_in_a_few_minutes() {
    assertThat(Page.README.text().lines()).hasSizeLessThanOrEqualTo(MOST_LINES_OF_THE_README);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void no_page_is_a_book(Page page) {
    assertThat(page.text().lines()).hasSizeLessThanOrEqualTo(MOST_LINES_OF_A_PAGE);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void blocks_begin_with_their_language_and_end(Page page) {
    assertThat(page.text().lines().filter(line -> line.startsWith("```")))
        .hasSize(2 * page.blocks().size());
  }

  @Test
  void every_page_is_tested() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/site/markdown"))) {
      assertThat(files)
          .containsExactlyInAnyOrderElementsOf(
              pages().map(Page::file).filter(file -> !file.endsWith("README.md")).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("pages_with_links")
  void links_lead_somewhere(Page page) {
    assertThat(page.links()).isNotEmpty().allMatch(link -> leadsSomewhere(page, link));
  }

  private static boolean leadsSomewhere(Page page, String link) {
    if (link.startsWith("https://")) {
      return true;
    }
    String[] parts = link.split("#", 2);
    Path target =
        parts[0].isEmpty()
            ? page.file()
            : page.file().resolveSibling(Path.of(parts[0])).normalize();
    return Files.exists(target)
        && (parts.length == 1 || Page.in(target.toString()).anchors().contains(parts[1]));
  }

  @Test
  void the_readme_leads_to_every_page() {
    assertThat(Page.README.links())
        .containsAll(
            pages()
                .map(Page::file)
                .map(Path::toString)
                .filter(Predicate.not("README.md"::equals))
                .toList());
  }

  @Test
  void every_command_has_a_test_that_runs_it() {
    assertThat(pages().flatMap(page -> page.examples().stream()))
        .filteredOn(example -> example.language().equals("sh"))
        .extracting(Page.Example::command)
        .filteredOn(command -> !command.contains("./submit.sh "))
        .containsExactlyInAnyOrderElementsOf(OTHER_COMMANDS);
  }

  @Test
  void exit_codes_are_those_of_the_code() {
    assertThat(Page.REFERENCE.column("## Exit codes", 0))
        .containsExactlyElementsOf(
            Stream.concat(
                    Arrays.stream(ExitCode.values()).map(code -> Integer.toString(code.code())),
                    EXIT_CODES_OF_OTHERS.stream())
                .toList());
  }

  @Test
  void classes_are_those_of_the_code() {
    assertThat(Page.REFERENCE.column("## What is counted", 0))
        .containsExactlyElementsOf(Arrays.stream(Outcome.values()).map(Outcome::label).toList());
  }

  @Test
  void names_of_log_formats_are_those_of_the_code() {
    assertThat(Page.FORMATS.column("## Names", 0))
        .containsExactlyInAnyOrderElementsOf(LogFormats.names());
    assertThat(Page.FORMATS.column("## How fast each is", 0))
        .containsAll(LogFormats.names())
        .hasSize(LogFormats.names().size() + 1);
  }

  @Test
  void columns_of_hits_are_those_of_the_code() {
    String heading = "## Hits: every access as a row";
    assertThat(Page.REFERENCE.column(heading, 0))
        .containsExactlyElementsOf(
            Arrays.stream(HitColumn.values()).map(HitColumn::label).toList());
    assertThat(Page.REFERENCE.column(heading, 1))
        .containsExactlyElementsOf(
            Arrays.stream(HitColumn.values()).map(c -> c.type().simpleString()).toList());
  }

  @Test
  void columns_of_hits_mean_at_the_prompt_what_they_do_here() throws IOException {
    var meanings = new Properties();
    try (Reader in =
        Files.newBufferedReader(
            Path.of("src/main/resources/org/hitledger/query/columns.properties"))) {
      meanings.load(in);
    }
    List<String> written =
        Page.REFERENCE.column("## Hits: every access as a row", 3).stream()
            .map(text -> text.replace("`", ""))
            .toList();
    assertThat(Arrays.stream(HitColumn.values()).map(c -> meanings.get("hits." + c.label())))
        .containsExactlyElementsOf(written);
  }

  @Test
  void rooms_are_those_of_the_code() throws IOException {
    try (Stream<Path> files = Files.walk(ROOMS)) {
      assertThat(Page.ENGINEERING.column("## Rooms", 0))
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(file -> file.endsWith("package-info.java"))
                  .map(file -> ROOMS.relativize(file.getParent()).toString().replace('/', '.'))
                  .toList());
    }
  }
}
