package org.hitledger.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.crawler.Crawler;
import org.hitledger.crawler.CrawlerKind;
import org.hitledger.fault.UsageFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesFileTest {

  private static final String KEYS =
      "expected the keys section, excluded_names, excluded_extensions;"
          + " and, if wanted, ignore_extension_case, excluded_hosts, excluded_agents, crawlers";

  private static final String EXAMPLE = "; see conf/path-rules.yaml for an example";

  private static final String SEGMENT = "is one segment of a path, without a slash, but was ";

  /** Packages, nested classes, exceptions, and simple names of what Jackson fills or reads. */
  private static final String CLASS_NAME =
      "(?s).*(java\\.|org\\.|com\\.|\\w\\$\\w|Exception|ArrayList|Document|JsonToken|Feature).*";

  @Test
  void shipped_rules_are_the_documented_defaults() throws IOException {
    try (InputStream shipped = RulesFileTest.class.getResourceAsStream("/path-rules.yaml")) {
      PathRules rules = RulesFile.read(shipped, "conf/path-rules.yaml");

      assertThat(rules.section()).isEqualTo("book");
      assertThat(rules.excludedNames())
          .containsExactlyInAnyOrder(
              "favicon.ico",
              "robots.txt",
              "index.php",
              "humans.txt",
              "a2test",
              "ping",
              "dompdf.php",
              "crossdomain.xml",
              "_images",
              "search.html",
              "genindex.html",
              "searchindex.js",
              "modindex.html",
              "py-modindex.html");
      assertThat(rules.excludedExtensions()).containsExactlyInAnyOrder(".png", ".js", ".css");
    }
  }

  @Test
  void reads_rules() throws IOException {
    assertThat(read("section: größe\nexcluded_names: [a, 'b c']\nexcluded_extensions: [.gif]\n"))
        .isEqualTo(new PathRules("größe", List.of("a", "b c"), List.of(".gif")));
  }

  @Test
  void reads_empty_lists() throws IOException {
    assertThat(read("excluded_extensions: []\nexcluded_names: []\nsection: x\n"))
        .isEqualTo(new PathRules("x", List.of(), List.of()));
  }

  /** What is left where all entries are comments. */
  @Test
  void reads_a_key_on_clients_without_entries() throws IOException {
    assertThat(read(document("a", "[]", "[]") + "excluded_hosts:\n# - 10.0.0.1\n"))
        .isEqualTo(new PathRules("a", List.of(), List.of()));
  }

  @Test
  void reads_rules_on_clients() throws IOException {
    assertThat(
            read(
                document("a", "[]", "[]")
                    + "excluded_agents: ['bot/1.0 (', é]\nexcluded_hosts: ['::1', 10.0.0.1]\n"))
        .isEqualTo(
            new PathRules(
                "a",
                List.of(),
                List.of(),
                false,
                List.of("::1", "10.0.0.1"),
                List.of("bot/1.0 (", "é"),
                List.of()));
  }

  @Test
  void reads_crawlers_that_come_before_ours() throws IOException {
    PathRules rules =
        read(
            document("a", "[]", "[]")
                + "crawlers:\n  - {name: Ours, kind: monitor, patterns: [GPTBot]}\n");

    assertThat(rules.crawlers().of(ByteSlice.of("GPTBot/1.2".getBytes(UTF_8))))
        .contains(new Crawler("Ours", CrawlerKind.MONITOR));
    assertThat(rules.withSection("b").crawlers().of(ByteSlice.of("bingbot/2.0".getBytes(UTF_8))))
        .contains(new Crawler("bingbot", CrawlerKind.SEARCH));
  }

  static Stream<Arguments> misshapen() {
    return Stream.of(
        Arguments.of(document("a", "[]", "[]") + "secton: b\n", "unknown: secton; " + KEYS),
        Arguments.of("excluded_names: []\nexcluded_extensions: []\n", "missing: section; " + KEYS),
        Arguments.of("section: a\nexcluded_names: []\n", "missing: excluded_extensions; " + KEYS),
        Arguments.of("section: a\n", "missing: excluded_names; " + KEYS),
        Arguments.of(document("", "[]", "[]"), "section must be a text"),
        Arguments.of(document("[a]", "[]", "[]"), "section must be a text"),
        Arguments.of(document("{a: b}", "[]", "[]"), "section must be a text"),
        Arguments.of(document("a", "", "[]"), "excluded_names must be a list of texts"),
        Arguments.of(document("a", "ping", "[]"), "excluded_names must be a list of texts"),
        Arguments.of(document("a", "[]", ""), "excluded_extensions must be a list of texts"),
        Arguments.of(document("a", "[]", "{b: c}"), "excluded_extensions must be a list of texts"),
        Arguments.of(document("a", "[b, [c]]", "[]"), "an entry of excluded_names must be a text"),
        Arguments.of(document("a", "[b: c]", "[]"), "an entry of excluded_names must be a text"),
        Arguments.of(document("a", "[b, ~]", "[]"), "an entry of excluded_names must be a text"),
        Arguments.of(
            document("a", "\n  - b\n  -", "[]"), "an entry of excluded_names must be a text"),
        Arguments.of(
            document("a", "[]", "[null]"), "an entry of excluded_extensions must be a text"),
        Arguments.of(
            document("a", "[]", "[]") + "excluded_hosts: 10.0.0.1\n",
            "excluded_hosts must be a list of texts"),
        Arguments.of(
            document("a", "[]", "[]") + "excluded_agents: [1.0]\n",
            "an entry of excluded_agents must be a text in quotes"),
        Arguments.of(
            document("a", "[]", "[]") + "ignore_extension_case: often\n",
            "ignore_extension_case must be true or false"),
        Arguments.of(
            document("a", "[]", "[]") + "crawlers: [x]\n",
            "crawlers must be a list of entries with the keys name, kind, patterns"),
        Arguments.of(
            document("a", "[]", "[]") + "crawlers: [{name: x, kind: ai}]\n",
            "missing: patterns in entry 1 of crawlers; " + KEYS),
        Arguments.of(
            document("a", "[]", "[]") + "crawlers: [{name: x, kind: seo, patterns: [a]}]\n",
            "a crawler's kind is one of search, ai, monitor, tool, other, but was 'seo'"),
        Arguments.of("- section\n", KEYS),
        Arguments.of("section\n", KEYS),
        Arguments.of("", KEYS),
        Arguments.of("# later\n", KEYS),
        Arguments.of("---\n", KEYS),
        Arguments.of("~\n", KEYS));
  }

  @ParameterizedTest
  @MethodSource("misshapen")
  void refuses_a_file_of_another_shape(String yaml, String problem) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UsageFault.class)
        .hasMessage("my.yaml: " + problem + EXAMPLE);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(
            "section: a\nsection: b\nexcluded_names: []\nexcluded_extensions: []\n", 2, "section"),
        Arguments.of(document("a", "[b", "[]"), 3, "expected ',' or ']'"),
        Arguments.of("section: a\n  b: c\n", 2, "mapping values"),
        Arguments.of("section: a\nexcluded_names:\n\t- b\n", 3, "TAB"),
        Arguments.of("section: \u0001\n", 1, "special characters"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void refuses_what_is_not_yaml_with_its_line(String yaml, int line, String problem) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UsageFault.class)
        .hasMessageStartingWith("my.yaml:%d: not YAML: ".formatted(line))
        .hasMessageContaining(problem)
        .message()
        .doesNotMatch(CLASS_NAME)
        .hasLineCount(1);
  }

  @Test
  void refuses_a_second_document() {
    assertThatThrownBy(() -> read(document("a", "[]", "[]") + "---\n" + document("b", "[]", "[]")))
        .isInstanceOf(UsageFault.class)
        .hasMessageStartingWith("my.yaml:")
        .message()
        .doesNotMatch(CLASS_NAME)
        .hasLineCount(1);
  }

  /** Without quotes, a star at the start makes a reference of a text. */
  @ParameterizedTest
  @ValueSource(strings = {"*.png", "*png"})
  void refuses_a_reference_to_nothing(String extension) {
    assertThatThrownBy(() -> read(document("a", "[]", "[" + extension + "]")))
        .isInstanceOf(UsageFault.class)
        .hasMessageStartingWith("my.yaml");
  }

  /** YAML without quotes makes numbers of these, and the text of the number is another. */
  @ParameterizedTest
  @ValueSource(strings = {"1.10", "007", "1_000", "0x10", "1e3"})
  void never_takes_another_text_than_is_written(String section) {
    assertThat(sectionOrFault(document(section, "[]", "[]"))).isIn(section, "refused");
  }

  static Stream<Arguments> neverMatching() {
    return Stream.of(
        Arguments.of(document("''", "[]", "[]"), "a section " + SEGMENT + "''"),
        Arguments.of(document("/a", "[]", "[]"), "a section " + SEGMENT + "'/a'"),
        Arguments.of(document("a", "[b/c]", "[]"), "an excluded name " + SEGMENT + "'b/c'"),
        Arguments.of(document("a", "['']", "[]"), "an excluded name " + SEGMENT + "''"),
        Arguments.of(document("a", "[]", "[/.js]"), "an excluded extension " + SEGMENT + "'/.js'"),
        Arguments.of(document("a", "[]", "['']"), "an excluded extension " + SEGMENT + "''"),
        Arguments.of(
            document("a", "[]", "[]") + "excluded_hosts: ['a b']\n",
            "an excluded host is an address or a name, without white space, but was 'a b'"),
        Arguments.of(
            document("a", "[]", "[]") + "excluded_hosts: ['']\n",
            "an excluded host is an address or a name, without white space, but was ''"),
        Arguments.of(
            document("a", "[]", "[]") + "excluded_hosts: [192.0.2.0/24]\n",
            "an excluded host is one address or name as a log has it, but '192.0.2.0/24' is a network; name each of its hosts that is to be left out"),
        Arguments.of(
            document("a", "[]", "[]") + "excluded_agents: ['']\n",
            "an excluded agent is a part of a user agent, but was empty"));
  }

  @ParameterizedTest
  @MethodSource("neverMatching")
  void refuses_rules_that_could_never_match(String yaml, String problem) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UsageFault.class)
        .hasMessage("my.yaml: " + problem + EXAMPLE);
  }

  private static String sectionOrFault(String yaml) {
    try {
      return read(yaml).section();
    } catch (UsageFault e) {
      return "refused";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String document(String section, String names, String extensions) {
    return "section: %s\nexcluded_names: %s\nexcluded_extensions: %s\n"
        .formatted(section, names, extensions);
  }

  private static PathRules read(String yaml) throws IOException {
    return RulesFile.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)), "my.yaml");
  }
}
