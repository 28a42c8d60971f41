package org.hitledger.report;

/** What is added up in the rows of a {@link Panel}. */
public enum Measure {
  /** All accesses of the report. */
  ACCESSES,
  /** Those of them that are counted, as {@code count} counts them. */
  PAGES,
  /** Hosts with their user agents on one day, whatever they asked for. */
  VISITORS,
  /** Of the bodies of responses. */
  BYTES,
  /** Responses with a status of 200 to 299. */
  SUCCESSES,
  /** Responses with a status of 300 to 399. */
  REDIRECTS,
  /** Responses with a status of 400 to 499. */
  CLIENT_ERRORS,
  /** Responses with a status of 500 to 599. */
  SERVER_ERRORS,
  /**
   * How long half of the accesses took at most, in microseconds; of nearest rank, never added up.
   */
  MEDIAN_MICROS,
  /** How long 95 of 100 took at most. */
  P95_MICROS,
  /** How long 99 of 100 took at most. */
  P99_MICROS
}
