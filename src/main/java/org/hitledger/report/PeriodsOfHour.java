package org.hitledger.report;

import java.util.List;

/**
 * Where the accesses of an hour belong.
 *
 * @param rows of the hour, its day, its month, and its place in the week
 * @param number of the hour, as {@link Grain#HOURS} are numbered
 */
record PeriodsOfHour(List<Measures> rows, int number) {}
