package org.hitledger.crawler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds the crawlers that a look for one pattern after the other finds. */
class CrawlersTest {
  private static final int LISTS = 300;
  private static final int AGENTS = 100;

  /** Few letters, so that patterns lie in patterns. */
  private static final String LETTERS = "abAB/ .é";

  private final long seed = Long.getLong("hitledger.seed", System.nanoTime());
  private final Random random = new Random(seed);

  CrawlersTest() {
    System.out.println("CrawlersTest: -Dhitledger.seed=" + seed);
  }

  @Test
  void finds_what_a_look_for_each_pattern_finds() {
    for (int i = 0; i < LISTS; i++) {
      List<ListedCrawler> list = randomList();
      Crawlers crawlers = Crawlers.listed(list);
      for (int j = 0; j < AGENTS; j++) {
        String agent = text(random.nextInt(40));
        assertThat(crawlers.of(slice(agent)))
            .as("'%s' by %s", agent, list)
            .isEqualTo(byEachPattern(agent, list));
      }
    }
  }

  private List<ListedCrawler> randomList() {
    return IntStream.range(0, random.nextInt(30))
        .mapToObj(
            i -> listed("crawler " + i, Stream.generate(this::pattern).limit(1 + i % 3).toList()))
        .toList();
  }

  private String pattern() {
    String text = text(1 + random.nextInt(6));
    return text.isBlank() ? "a" : text;
  }

  private String text(int length) {
    return random
        .ints(length, 0, LETTERS.length())
        .mapToObj(i -> LETTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  /** The oracle: the longest in bytes, the first of these. */
  private static Optional<Crawler> byEachPattern(String agent, List<ListedCrawler> list) {
    Optional<Crawler> found = Optional.empty();
    int longest = 0;
    for (ListedCrawler listed : list) {
      for (String pattern : listed.patterns()) {
        int length = pattern.getBytes(UTF_8).length;
        if (length > longest && lower(agent).contains(lower(pattern))) {
          longest = length;
          found = Optional.of(listed.crawler());
        }
      }
    }
    return found;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @CsvSource({
    "xbot/1.0, short",
    "superbot, long",
    "SUPERBOT, long",
    "superbox, first",
    "boxsuper, first",
    "zzz, nobody",
    "supe, nobody",
  })
  void takes_the_longest_pattern_and_then_the_first(String agent, String name) {
    Crawlers crawlers =
        Crawlers.listed(
            List.of(
                listed("short", List.of("bot")),
                listed("first", List.of("box")),
                listed("second", List.of("Upe")),
                listed("long", List.of("SuperBot"))));

    assertThat(crawlers.of(slice(agent)).map(Crawler::name).orElse("nobody"))
        .isEqualTo(agent.equals("supe") ? "second" : name);
  }

  @Test
  void takes_no_agent_for_people() {
    Crawlers crawlers = Crawlers.listed(List.of(listed("dash", List.of("-"))));

    assertThat(crawlers.of(slice("-"))).isEmpty();
    assertThat(crawlers.of(slice(""))).isEmpty();
    assertThat(crawlers.of(slice("a-b"))).isPresent();
  }

  @Test
  void an_empty_list_knows_nobody() {
    assertThat(Crawlers.listed(List.of()).of(slice("Googlebot/2.1"))).isEmpty();
  }

  /** Only the bytes of the slice, whatever stands around it. */
  @Test
  void looks_at_its_slice_alone() {
    Crawlers crawlers = Crawlers.listed(List.of(listed("x", List.of("bot"))));
    byte[] line = "bot robots bo".getBytes(UTF_8);

    assertThat(crawlers.of(new ByteSlice(line, 1, 6))).isEmpty();
    assertThat(crawlers.of(new ByteSlice(line, 9, line.length))).isEmpty();
    assertThat(crawlers.of(new ByteSlice(line, 6, 9))).isPresent();
  }

  /** What a table of hits shows is an agent's text, with escapes for bytes that are no UTF-8. */
  @Test
  void an_agent_as_logged_and_as_shown_is_the_same_crawlers() {
    Crawlers crawlers =
        Crawlers.listed(
            List.of(
                listed("digits", List.of("9x", "E9", "\\x")), listed("letters", List.of("ebot"))));
    byte[] alphabet = "\\x\\xE9\\xEbot\u00e9\u00eb\u00ff9xE".getBytes(ISO_8859_1);
    for (int i = 0; i < LISTS * AGENTS; i++) {
      byte[] logged = new byte[random.nextInt(16)];
      for (int j = 0; j < logged.length; j++) {
        logged[j] = alphabet[random.nextInt(alphabet.length)];
      }
      ByteSlice shown = ByteSlice.of(EscapedUtf8.escape(ByteSlice.of(logged)));
      Optional<Crawler> crawler = crawlers.of(ByteSlice.of(logged));
      assertThat(crawlers.of(shown)).as("%s", shown).isEqualTo(crawler);
      assertThat(crawlers.of(EscapedUtf8.withoutEscapes(shown))).as("%s", shown).isEqualTo(crawler);
    }
  }

  @Test
  void tasks_have_copies() throws IOException, ClassNotFoundException {
    Crawlers crawlers = Crawlers.listed(CrawlersFile.shipped());
    var out = new ByteArrayOutputStream();
    try (var objects = new ObjectOutputStream(out)) {
      objects.writeObject(crawlers);
    }
    try (var objects = new ObjectInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      Crawlers copy = (Crawlers) objects.readObject();
      assertThat(copy.of(slice("x GPTBot/1.0"))).contains(new Crawler("GPTBot", CrawlerKind.AI));
    }
    // What each task is sent.
    assertThat(out.size()).isLessThan(600_000);
  }

  private static ListedCrawler listed(String name, List<String> patterns) {
    return new ListedCrawler(new Crawler(name, CrawlerKind.OTHER), patterns);
  }

  private static ByteSlice slice(String text) {
    return ByteSlice.of(text.getBytes(UTF_8));
  }
}
