package org.hitledger.report;

import java.util.Optional;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.crawler.Crawler;
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

  Who of(byte[] userAgent) {
    return crawler(userAgent).isPresent() ? Who.CRAWLERS : Who.PEOPLE;
  }
}
