package org.hitledger.period;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long a period is, by the clocks and calendars of its zone. */
public enum Unit {
  /** From a full hour to the next; shorter if the clocks are changed within it. */
  HOUR {
    @Override
    LocalDateTime start(LocalDateTime local) {
      return local.truncatedTo(ChronoUnit.HOURS);
    }

    @Override
    LocalDateTime next(LocalDateTime start) {
      return start.plusHours(1);
    }
  },

  /** A date. */
  DAY {
    @Override
    LocalDateTime start(LocalDateTime local) {
      return local.truncatedTo(ChronoUnit.DAYS);
    }

    @Override
    LocalDateTime next(LocalDateTime start) {
      return start.plusDays(1);
    }
  },

  /** A month of the Gregorian calendar. */
  MONTH {
    @Override
    LocalDateTime start(LocalDateTime local) {
      return local.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
    }

    @Override
    LocalDateTime next(LocalDateTime start) {
      return start.plusMonths(1);
    }
  };

  /** When the period of a local time starts, on clocks that nobody changes. */
  abstract LocalDateTime start(LocalDateTime local);

  /** The start of the period after the one that starts then. */
  abstract LocalDateTime next(LocalDateTime start);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
