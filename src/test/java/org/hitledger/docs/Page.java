package org.hitledger.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One page of the documentation, in GitHub's Markdown.
 *
 * @param file where it is
 * @param text what stands in it
 */
public record Page(Path file, String text) {
  /** Where a newcomer starts. */
  public static final Page README = in("README.md");

  /** Commands, options, classes, exit codes, columns. */
  public static final Page REFERENCE = in("src/site/markdown/reference.md");

  /** Reading results. */
  public static final Page ANALYSTS = in("src/site/markdown/analysts.md");

  /** People, crawlers, and the list that tells them. */
  public static final Page CRAWLERS = in("src/site/markdown/crawlers.md");

  /** The page on ledgers. */
  public static final Page LEDGER = in("src/site/markdown/ledger.md");

  /** The page of HTML. */
  public static final Page REPORT = in("src/site/markdown/report.md");

  /** How lines are read. */
  public static final Page FORMATS = in("src/site/markdown/formats.md");

  /** The prompt. */
  public static final Page SHELL = in("src/site/markdown/shell.md");

  /** Clusters, safety, limits. */
  public static final Page OPERATIONS = in("src/site/markdown/operations.md");

  /** On a Hadoop cluster. */
  public static final Page YARN = in("src/site/markdown/yarn.md");

  /** Submitting to a cluster that is not here. */
  public static final Page KUBERNETES = in("src/site/markdown/kubernetes.md");

  /** Logs and results on object stores. */
  public static final Page S3 = in("src/site/markdown/s3.md");

  /** How it works and how it is tested. */
  public static final Page ENGINEERING = in("src/site/markdown/engineering.md");

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern CODE = Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)");
  private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]*\\]\\(([^()\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *$");
  private static final Pattern TABLE_ROW = Pattern.compile("(?m)^\\|(.*)\\|$");
  private static final Pattern TABLE = Pattern.compile("(?m)(?:^\\|.*\\|\\n)+");
  private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

  /**
   * A part of a page that is no prose.
   *
   * @param language such as {@code sh}
   * @param text its lines
   */
  public record Block(String language, String text) {}

  /**
   * A command or query as a reader would enter it.
   *
   * @param language {@code sh} or {@code sql}
   * @param command what is entered
   * @param shown what the page says that it prints, if it says so
   */
  public record Example(String language, String command, Optional<String> shown) {}

  /** All pages, in the order in which a newcomer reads them. */
  public static List<Page> all() {
    return List.of(
        README,
        ANALYSTS,
        CRAWLERS,
        REFERENCE,
        LEDGER,
        REPORT,
        FORMATS,
        SHELL,
        OPERATIONS,
        S3,
        YARN,
        KUBERNETES,
        ENGINEERING);
  }

  /** The page in a file of the project. */
  public static Page in(String file) {
    try {
      return new Page(Path.of(file), Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a block, of those in one language. */
  public String block(String language, int index) {
    return blocks().stream()
        .filter(block -> block.language().equals(language))
        .map(Block::text)
        .toList()
        .get(index);
  }

  /** All blocks, in their order. */
  public List<Block> blocks() {
    return BLOCK
        .matcher(text)
        .results()
        .map((MatchResult block) -> new Block(block.group(1), block.group(2)))
        .toList();
  }

  /** All commands and queries; what one prints stands in the block behind it. */
  public List<Example> examples() {
    List<Block> blocks = blocks();
    var examples = new ArrayList<Example>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (Set.of("sh", "sql").contains(block.language())) {
        Optional<String> shown =
            blocks.stream()
                .skip(i + 1L)
                .limit(1)
                .filter(next -> next.language().equals("text"))
                .map(Block::text)
                .findFirst();
        examples.add(new Example(block.language(), block.text().strip(), shown));
      }
    }
    return examples;
  }

  /** The rows of the first table below a heading, without its own heading: cells as they stand. */
  public List<List<String>> table(String heading) {
    int start = text.indexOf("\n" + heading + "\n");
    if (start < 0) {
      throw new IllegalArgumentException("%s has no heading '%s'".formatted(file, heading));
    }
    return TABLE.matcher(text.substring(start)).results().findFirst().stream()
        .flatMap(table -> TABLE_ROW.matcher(table.group()).results())
        .skip(2)
        .map(row -> cells(row.group(1)))
        .toList();
  }

  private static List<String> cells(String row) {
    return Arrays.stream(CELL_END.split(row, -1)).map(String::strip).toList();
  }

  /** One column of a table, without the marks of code. */
  public List<String> column(String heading, int index) {
    return table(heading).stream().map(row -> row.get(index).replace("`", "")).toList();
  }

  /** Where its links lead. */
  public List<String> links() {
    String prose = CODE.matcher(BLOCK.matcher(text).replaceAll("")).replaceAll("code");
    return LINK.matcher(prose).results().map(link -> link.group(1)).toList();
  }

  /** The names of its headings in links, as GitHub makes them. */
  public Set<String> anchors() {
    var anchors = new HashSet<String>();
    HEADING
        .matcher(BLOCK.matcher(text).replaceAll(""))
        .results()
        .map(heading -> anchor(heading.group(1)))
        .forEach(anchor -> addNumbered(anchors, anchor));
    return anchors;
  }

  /** Lower case; letters, digits, hyphens and underscores stay; a space becomes a hyphen. */
  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "")
        .replace(' ', '-');
  }

  private static void addNumbered(Set<String> anchors, String anchor) {
    String name = anchor;
    for (int i = 1; !anchors.add(name); i++) {
      name = anchor + "-" + i;
    }
  }
}
