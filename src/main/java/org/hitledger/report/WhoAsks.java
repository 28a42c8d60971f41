package org.hitledger.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.crawler.Crawler;
import org.hitledger.crawler.Crawlers;

/** Tells crawlers, and remembers the user agents that it has met with last; for one task. */
final class WhoAsks {
  private static final int REMEMBERED = 10_000;

  private final Crawlers crawlers;
  private final Map<RowKey, Optional<Crawler>> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RowKey, Optional<Crawler>> eldest) {
          return size() > REMEMBERED;
        }
      };

  WhoAsks(Crawlers crawlers) {
    this.crawlers = crawlers;
  }

  Optional<Crawler> crawler(byte[] userAgent) {
    return known.computeIfAbsent(
        RowKey.of(Panel.AGENTS, userAgent), agent -> crawlers.of(ByteSlice.of(userAgent)));
  }

  Who of(byte[] userAgent) {
    return crawler(userAgent).isPresent() ? Who.CRAWLERS : Who.PEOPLE;
  }
}
