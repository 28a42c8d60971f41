package org.hitledger.rules;

/** Whose accesses count. */
public enum Clients {
  /** Those of everybody. */
  ALL,
  /** Those of whom the list of crawlers does not know, and of who does not say. */
  PEOPLE,
  /** Those of crawlers. */
  CRAWLERS
}
