package org.hitledger.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** How long the periods are in which a report shows time, by the clock on the wall. */
public enum Grain {
  /** Numbered from the first hour of 1970 on; up to a week of them. */
  HOURS(7 * 24) {
    @Override
    int coarser(int hour) {
      return Math.floorDiv(hour, HOURS_OF_DAY);
    }

    @Override
    Grain next() {
      return DAYS;
    }

    @Override
    String label(int hour) {
      return LocalDateTime.ofEpochSecond(hour * SECONDS, 0, ZoneOffset.UTC).toString();
    }
  },

  /** Numbered from the first day of 1970 on. */
  DAYS(750) {
    @Override
    int coarser(int day) {
      LocalDate date = LocalDate.ofEpochDay(day);
      return date.getYear() * MONTHS_OF_YEAR + date.getMonthValue() - 1;
    }

    @Override
    Grain next() {
      return MONTHS;
    }

    @Override
    String label(int day) {
      return LocalDate.ofEpochDay(day).toString();
    }
  },

  /** Numbered from the first month of the year 0 on, however many there are. */
  MONTHS(Integer.MAX_VALUE) {
    @Override
    int coarser(int month) {
      return month;
    }

    @Override
    Grain next() {
      return MONTHS;
    }

    @Override
    String label(int month) {
      return String.format(
          Locale.ROOT,
          "%04d-%02d",
          Math.floorDiv(month, MONTHS_OF_YEAR),
          Math.floorMod(month, MONTHS_OF_YEAR) + 1);
    }
  };

  /** How many months in a row can be seen, those without an access among them: a life. */
  public static final int MOST_MONTHS = 1_200;

  private static final int HOURS_OF_DAY = 24;
  private static final int MONTHS_OF_YEAR = 12;
  private static final long SECONDS = 3_600;

  private final int most;

  Grain(int most) {
    this.most = most;
  }

  /** The number of the hour of a local time. */
  static int hour(LocalDateTime local) {
    return (int) Math.floorDiv(local.toEpochSecond(ZoneOffset.UTC), SECONDS);
  }

  /**
   * How many of them there may be, from the first to the last, before they are too many to see.
   *
   * @return for months as many as there are
   */
  public int most() {
    return most;
  }

  /** The number of the next longer period that a period lies in. */
  abstract int coarser(int period);

  /** The next longer periods. */
  abstract Grain next();

  /** ISO 8601. */
  abstract String label(int period);
}
