package org.hitledger.product.hits;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.List;
import org.hitledger.crawler.Crawlers;
import org.hitledger.crawler.ListedCrawler;

/**
 * Crawlers of whom the list is read once somebody asks: a task that is sent to work, or Spark
 * itself. A view has them, and few of its queries ask.
 */
final class CrawlersOnDemand implements ReadCrawlers {
  private static final long serialVersionUID = 1L;

  private final transient Once<Crawlers> crawlers;

  CrawlersOnDemand(List<ListedCrawler> own) {
    crawlers = new Once<>(() -> Crawlers.withShipped(own));
  }

  @Override
  public synchronized Crawlers get() {
    return crawlers.get();
  }

  private Object writeReplace() {
    return new Here(get());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("tasks have what was read");
  }
}
