package org.hitledger.crawler;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * An entry of a list of crawlers as it stands in YAML.
 *
 * @param name what the crawler is called
 * @param kind the label of its {@link CrawlerKind}
 * @param patterns what its user agent contains
 */
public record CrawlerEntry(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) List<String> patterns) {
  /** What a list of them is, for messages. */
  public static final String EXPECTED = "a list of entries with the keys name, kind, patterns";

  /**
   * What entries mean.
   *
   * @param entries of one list
   * @return the crawlers, in the same order
   * @throws IllegalArgumentException if one of them could not be found, or not be told from others
   */
  public static List<ListedCrawler> checked(List<CrawlerEntry> entries) {
    List<ListedCrawler> list = entries.stream().map(CrawlerEntry::listed).toList();
    ListedCrawler.requireDifferent(list);
    return list;
  }

  private ListedCrawler listed() {
    return new ListedCrawler(new Crawler(name, CrawlerKind.labelled(kind)), patterns);
  }
}
