package org.hitledger.crawler;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hitledger.bytes.ByteSearch;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;

/**
 * Tells crawlers by their user agents. An agent is that crawler's of whose patterns it contains the
 * longest, in bytes of UTF-8; of patterns that are equally long, that which comes first in the
 * list. ASCII letters are the same in upper and lower case. A byte that is not UTF-8, and what may
 * be the escape of one, is part of no pattern, so that an agent as a server has logged it and as
 * the column {@code user_agent} shows it is the same crawler's.
 *
 * <p>Immutable, so that all tasks of a process may share one.
 */
public final class Crawlers implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String NONE = "-";

  private final PatternSearch search;
  private final Crawler[] ofPatterns;

  private Crawlers(List<AgentPattern> patterns) {
    search = PatternSearch.of(patterns.stream().map(AgentPattern::bytes).toList());
    ofPatterns = patterns.stream().map(AgentPattern::crawler).toArray(Crawler[]::new);
  }

  /**
   * The crawlers of a list.
   *
   * @param list its entries, the first before the others
   * @return what tells them by their agents
   */
  public static Crawlers listed(List<ListedCrawler> list) {
    return new Crawlers(
        list.stream().flatMap(Crawlers::patterns).sorted(AgentPattern.LONGEST_FIRST).toList());
  }

  /**
   * The crawlers of a list of one's own, and of that which we ship.
   *
   * @param own the entries that come before ours
   * @return what tells them by their agents
   */
  public static Crawlers withShipped(List<ListedCrawler> own) {
    return listed(Stream.of(own, CrawlersFile.shipped()).flatMap(List::stream).toList());
  }

  private static Stream<AgentPattern> patterns(ListedCrawler listed) {
    return listed.patterns().stream()
        .map(pattern -> new AgentPattern(AgentPattern.bytesOf(pattern), listed.crawler()));
  }

  /**
   * Who has this user agent.
   *
   * @param userAgent as logged
   * @return the crawler; nothing for people, and for {@code -} and no text
   */
  public Optional<Crawler> of(ByteSlice userAgent) {
    if (userAgent.length() == 0 || userAgent.is(NONE)) {
      return Optional.empty();
    }
    int first = search.firstIn(withoutOddBytes(userAgent));
    return first == PatternSearch.NONE ? Optional.empty() : Optional.of(ofPatterns[first]);
  }

  private static ByteSlice withoutOddBytes(ByteSlice agent) {
    return agent.indexOf('\\') < 0 && ByteSearch.isAscii(agent.array(), agent.from(), agent.to())
        ? agent
        : EscapedUtf8.withoutEscapes(ByteSlice.of(EscapedUtf8.escape(agent)));
  }
}
