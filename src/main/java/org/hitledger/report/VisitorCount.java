package org.hitledger.report;

/** How the visitors of a report are counted. */
public enum VisitorCount {
  /** Each of them once, wherever they were met with. */
  EXACT,
  /**
   * By the sketches that Spark estimates with too, which take no more memory for more visitors;
   * nothing else that a visitor did is known then, such as the first page.
   */
  ESTIMATED
}
