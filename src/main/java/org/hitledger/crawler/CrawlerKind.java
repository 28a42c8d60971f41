package org.hitledger.crawler;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What crawlers ask for pages for. */
public enum CrawlerKind {
  /** To be found by those who search the web. */
  SEARCH,
  /** To train models of language, or to answer who asks one. */
  AI,
  /** To see whether a site answers, and how fast. */
  MONITOR,
  /** For whoever has written it: libraries, scripts, browsers without a window, scanners. */
  TOOL,
  /** All else: previews of links, feeds, archives, advertising, research on rankings. */
  OTHER;

  /**
   * The kind of a name.
   *
   * @param label as {@link #label} gives it
   * @return the kind
   * @throws IllegalArgumentException if there is none
   */
  public static CrawlerKind labelled(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label().equals(label))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a crawler's kind is one of %s, but was '%s'".formatted(labels(), label)));
  }

  private static String labels() {
    return Arrays.stream(values()).map(CrawlerKind::label).collect(Collectors.joining(", "));
  }

  /**
   * The name of the kind in every output and in lists.
   *
   * @return lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
