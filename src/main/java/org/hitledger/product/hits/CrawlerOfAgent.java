package org.hitledger.product.hits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.spark.sql.api.java.UDF1;
import org.hitledger.bytes.ByteSlice;

/** The value of a {@link CrawlerColumn}, by the column {@code user_agent}. */
final class CrawlerOfAgent implements UDF1<String, String> {
  private static final long serialVersionUID = 1L;

  private final ReadCrawlers crawlers;
  private final CrawlerColumn column;

  CrawlerOfAgent(ReadCrawlers crawlers, CrawlerColumn column) {
    this.crawlers = crawlers;
    this.column = column;
  }

  /** Null is what a row of Spark has for nothing. */
  @Override
  public String call(String userAgent) {
    return Optional.ofNullable(userAgent)
        .flatMap(agent -> crawlers.get().of(ByteSlice.of(agent.getBytes(UTF_8))))
        .map(column::of)
        .orElse(null);
  }
}
