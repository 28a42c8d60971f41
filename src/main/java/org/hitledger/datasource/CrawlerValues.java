package org.hitledger.datasource;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.hitledger.access.Access;
import org.hitledger.crawler.Crawler;
import org.hitledger.crawler.Crawlers;
import org.hitledger.product.hits.CrawlerColumn;

/** Makes those of the columns on crawlers that a query asks for. */
final class CrawlerValues {
  private final Crawlers crawlers;
  private final Map<CrawlerColumn, Integer> places = new EnumMap<>(CrawlerColumn.class);

  CrawlerValues(Crawlers crawlers, StructType columns) {
    this.crawlers = crawlers;
    for (CrawlerColumn column : CrawlerColumn.values()) {
      if (columns.getFieldIndex(column.label()).isDefined()) {
        places.put(column, columns.fieldIndex(column.label()));
      }
    }
  }

  /** Whether a query asks for one. */
  boolean areWanted() {
    return !places.isEmpty();
  }

  /** Puts the values of an access to their places; null stays for people. */
  void write(Access access, Object[] to) {
    Optional<Crawler> crawler = access.record().userAgent().flatMap(crawlers::of);
    if (crawler.isPresent()) {
      places.forEach((column, at) -> to[at] = UTF8String.fromString(column.of(crawler.get())));
    }
  }
}
