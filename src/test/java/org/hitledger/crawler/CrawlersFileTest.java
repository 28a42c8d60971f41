package org.hitledger.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.fault.UsageFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CrawlersFileTest {
  private static final String ENTRIES = "a list of entries with the keys name, kind, patterns";
  private static final String KEYS = "; expected the key crawlers, " + ENTRIES;

  @Test
  void reads_a_list() throws IOException {
    assertThat(read("- {name: A b, kind: ai, patterns: [x, 'Y/']}"))
        .containsExactly(new ListedCrawler(new Crawler("A b", CrawlerKind.AI), List.of("x", "Y/")));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("x", "crawlers must be " + ENTRIES),
        Arguments.of("{name: a}", "crawlers must be " + ENTRIES),
        Arguments.of("[a]", "crawlers must be " + ENTRIES),
        Arguments.of("- {name: a, kind: ai}", "missing: patterns in entry 1 of crawlers" + KEYS),
        Arguments.of(
            "- {name: a, kind: ai, patterns: [a]}\n- {kind: ai, patterns: [b]}",
            "missing: name in entry 2 of crawlers" + KEYS),
        Arguments.of(
            "- {name: a, kind: ai, kin: ai, patterns: [a]}",
            "unknown: kin in entry 1 of crawlers" + KEYS),
        Arguments.of(
            "- {name: a, kind: ai, patterns: a}",
            "patterns in entry 1 of crawlers must be a list of texts"),
        Arguments.of(
            "- {name: a, kind: ai, patterns: [a, 1.0]}",
            "an entry of patterns in entry 1 of crawlers must be a text in quotes"),
        Arguments.of(
            "- {name: [a], kind: ai, patterns: [a]}", "name in entry 1 of crawlers must be a text"),
        Arguments.of(
            "- {name: 360, kind: ai, patterns: [a]}",
            "name in entry 1 of crawlers must be a text in quotes"),
        Arguments.of(
            "- {name: a, kind: AI, patterns: [a]}",
            "a crawler's kind is one of search, ai, monitor, tool, other, but was 'AI'"),
        Arguments.of(
            "- {name: ' ', kind: ai, patterns: [a]}",
            "the name of a crawler is a text, but was empty"),
        Arguments.of("- {name: a, kind: ai, patterns: []}", "crawler 'a' has no pattern"),
        Arguments.of(
            "- {name: a, kind: ai, patterns: ['']}",
            "a pattern of crawler 'a' is a part of a user agent, but was empty"),
        Arguments.of(
            "- {name: a, kind: ai, patterns: ['b\\xE9']}",
            "a pattern of crawler 'a' is text, which no escape of a byte is, but was 'b\\xE9'"),
        Arguments.of(
            "- {name: a, kind: ai, patterns: [b]}\n- {name: a, kind: ai, patterns: [c]}",
            "crawler 'a' is listed twice"),
        Arguments.of(
            "- {name: a, kind: ai, patterns: [Bot]}\n- {name: c, kind: ai, patterns: [bot]}",
            "the pattern 'bot' of crawler 'c' is listed twice"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void refuses_what_is_no_list_of_crawlers(String crawlers, String problem) {
    assertThatThrownBy(() -> read(crawlers))
        .isInstanceOf(UsageFault.class)
        .hasMessage("my.yaml: " + problem + "; see conf/crawlers.yaml for an example");
  }

  @Test
  void says_where_it_is_not_yaml() {
    assertThatThrownBy(() -> read("- {name: a, kind: ai, patterns: [b}"))
        .isInstanceOf(UsageFault.class)
        .hasMessageStartingWith("my.yaml:2: not YAML: ");
  }

  private static List<ListedCrawler> read(String crawlers) throws IOException {
    String yaml = "crawlers:\n" + crawlers + "\n";
    return CrawlersFile.read(
        new ByteArrayInputStream(
            (crawlers.startsWith("-") ? yaml : yaml.replace("crawlers:\n", "crawlers: "))
                .getBytes(UTF_8)),
        "my.yaml");
  }
}
