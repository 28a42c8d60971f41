package org.hitledger.crawler;

import java.io.Serializable;

/**
 * A program that asks for pages by itself.
 *
 * @param name what it is called in every output
 * @param kind what it asks for
 */
public record Crawler(String name, CrawlerKind kind) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it does not show
   */
  public Crawler {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a crawler is a text, but was empty");
    }
  }
}
