package org.hitledger.report;

import java.util.List;

/**
 * Where the accesses of an hour belong.
 *
 * @param periods the rows of the hour, its day and its month
 * @param ofWeek the row of its place in the week
 * @param number of the hour, as {@link Grain#HOURS} are numbered
 */
record PeriodsOfHour(List<Measures> periods, Measures ofWeek, int number) {

  /** Adds an access to all rows. */
  void add(ReportedAccess access) {
    periods.forEach(access::addTo);
    access.addTo(ofWeek);
  }
}
