package org.hitledger.logformat;

import org.hitledger.timetext.TimeText;

/**
 * What a field of a format tells. Of several that tell the same, the one of the lowest rank counts;
 * the others are extra.
 */
sealed interface Meaning {

  /** The first one's rank, and that of those which have no rival. */
  int FIRST = 0;

  /**
   * Fills a column as it is.
   *
   * @param field of the access
   * @param rank among the fields that tell it
   */
  record Tells(AccessField field, int rank) implements Meaning {}

  /**
   * How long the server took. Those of one rank are added up.
   *
   * @param unit of the number
   * @param rank among the durations
   */
  record Took(DurationUnit unit, int rank) implements Meaning {}

  /**
   * The time, or a part of it. Those of one rank make one time.
   *
   * @param text how it is written
   * @param rank among the times
   */
  record When(TimeText text, int rank) implements Meaning {}

  /** Nothing that has a column. */
  record Extra() implements Meaning {}

  /** What belongs to no record, such as the date that syslog puts before a line. */
  record Ignored() implements Meaning {}

  static Meaning tells(AccessField field) {
    return new Tells(field, FIRST);
  }
}
