package org.hitledger.product.hits;

import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.hitledger.crawler.Crawler;
import org.hitledger.crawler.ListedCrawler;

/**
 * The columns that tell whose a user agent is. They are made when accesses are read and stand in no
 * table, so that what was written once is told by the list of today.
 */
public enum CrawlerColumn {
  /** The crawler's name; null for people. */
  CRAWLER(Crawler::name),
  /** What it asks for, such as {@code search}; null for people. */
  CRAWLER_KIND(crawler -> crawler.kind().label());

  private final Function<Crawler, String> value;

  CrawlerColumn(Function<Crawler, String> value) {
    this.value = value;
  }

  /**
   * The column's name.
   *
   * @return lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The column's type.
   *
   * @return as Spark reads it
   */
  public DataType type() {
    return DataTypes.StringType;
  }

  /**
   * What it says of a crawler.
   *
   * @param crawler whose access it is
   * @return a text
   */
  public String of(Crawler crawler) {
    return value.apply(crawler);
  }

  /**
   * Adds these columns to hits. The list that we ship is read once a query asks for one of them.
   *
   * @param hits with the column {@code user_agent}
   * @param own crawlers that come before those that we ship
   * @return hits with these columns behind the others
   */
  public static Dataset<Row> addTo(Dataset<Row> hits, List<ListedCrawler> own) {
    var crawlers = new CrawlersOnDemand(own);
    Dataset<Row> told = hits;
    for (CrawlerColumn column : values()) {
      told =
          told.withColumn(
              column.label(),
              udf(new CrawlerOfAgent(crawlers, column), column.type())
                  .apply(HitColumn.USER_AGENT.column()));
    }
    return told;
  }
}
