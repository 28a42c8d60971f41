package org.hitledger.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One row of the result.
 *
 * @param period ISO 8601 name of the period that was counted, or empty if all time was; then it is
 *     in no output
 * @param path the path
 * @param count its hits, one or more
 */
public record PathCount(
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String period, String path, long count) {

  /**
   * A row of a result without periods.
   *
   * @param path the path
   * @param count its hits, one or more
   */
  public PathCount(String path, long count) {
    this("", path, count);
  }

  /** Whether the row is one of a period. */
  boolean hasPeriod() {
    return !period.isEmpty();
  }
}
