package org.hitledger.product.hits;

import java.io.Serializable;
import java.util.function.Supplier;
import org.hitledger.crawler.Crawlers;

/** Crawlers that a task can ask for. */
sealed interface ReadCrawlers extends Supplier<Crawlers>, Serializable
    permits CrawlersOnDemand, ReadCrawlers.Here {

  /** As tasks have them. */
  record Here(Crawlers crawlers) implements ReadCrawlers {
    private static final long serialVersionUID = 1L;

    @Override
    public Crawlers get() {
      return crawlers;
    }
  }
}
