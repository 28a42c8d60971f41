package org.hitledger.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.crawler.Crawler;
import org.hitledger.crawler.CrawlerKind;
import org.hitledger.crawler.Crawlers;

/** Tells crawlers by user agents, for one task. */
final class WhoAsks {
  private final LastMet<Optional<Crawler>> known;

  WhoAsks(Crawlers crawlers) {
    known = new LastMet<>(userAgent -> crawlers.of(ByteSlice.of(userAgent)));
  }

  Optional<Crawler> crawler(byte[] userAgent) {
    return known.of(userAgent);
  }

  /** The rows of what asks: of an agent of people, or of a crawler. */
  List<Measures> rows(byte[] userAgent, Tally tally) {
    return crawler(userAgent)
        .map(crawler -> rows(crawler, tally))
        .orElseGet(() -> List.of(tally.of(Panel.AGENTS, userAgent)));
  }

  private static List<Measures> rows(Crawler crawler, Tally tally) {
    byte[] name = crawler.name().getBytes(UTF_8);
    Measures row = tally.of(Panel.CRAWLERS, crawler.kind().label().getBytes(UTF_8), name);
    return crawler.kind() == CrawlerKind.AI
        ? List.of(row, tally.of(Panel.AI_CRAWLERS, name))
        : List.of(row);
  }

  Who of(byte[] userAgent) {
    return crawler(userAgent).isPresent() ? Who.CRAWLERS : Who.PEOPLE;
  }
}
