package org.hitledger.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;

/**
 * An entry of a list of crawlers.
 *
 * @param crawler who it is
 * @param patterns texts of which its user agent contains one, in whatever case of ASCII letters
 */
public record ListedCrawler(Crawler crawler, List<String> patterns) {

  /**
   * Takes a copy.
   *
   * @throws IllegalArgumentException if no user agent could be its own
   */
  public ListedCrawler {
    patterns = List.copyOf(patterns);
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("crawler '%s' has no pattern".formatted(crawler.name()));
    }
    patterns.forEach(pattern -> requireFindable(crawler, pattern));
  }

  private static void requireFindable(Crawler crawler, String pattern) {
    if (pattern.isBlank()) {
      throw new IllegalArgumentException(
          "a pattern of crawler '%s' is a part of a user agent, but was empty"
              .formatted(crawler.name()));
    }
    ByteSlice bytes = ByteSlice.of(pattern.getBytes(UTF_8));
    if (!EscapedUtf8.withoutEscapes(bytes).equals(bytes)) {
      throw new IllegalArgumentException(
          "a pattern of crawler '%s' is text, which no escape of a byte is, but was '%s'"
              .formatted(crawler.name(), pattern));
    }
  }

  /**
   * Makes sure that no entry of one list hides a part of another.
   *
   * @param list the entries
   * @throws IllegalArgumentException if two have the same name or pattern
   */
  static void requireDifferent(List<ListedCrawler> list) {
    Set<String> names = new HashSet<>();
    Set<ByteSlice> patterns = new HashSet<>();
    for (ListedCrawler listed : list) {
      String name = listed.crawler.name();
      if (!names.add(name)) {
        throw new IllegalArgumentException("crawler '%s' is listed twice".formatted(name));
      }
      for (String pattern : listed.patterns) {
        if (!patterns.add(ByteSlice.of(AgentPattern.bytesOf(pattern)))) {
          throw new IllegalArgumentException(
              "the pattern '%s' of crawler '%s' is listed twice".formatted(pattern, name));
        }
      }
    }
  }
}
