package org.hitledger.report;

import java.util.Locale;

/**
 * How wide the columns of a table are, of which only the first row is known.
 *
 * @param period 0 for no such column
 * @param count of the widest count
 */
record TableWidths(int period, int count) {
  private static final int DATE = "2012-06-01".length();
  private static final int HOUR = "2012-06-01T22:00-04:00".length();

  /** What hardly any count of a period exceeds; one that does shifts the rest of its row. */
  private static final int COUNT_OF_PERIOD = "9,999,999".length();

  static TableWidths of(PathCount first) {
    int count = Math.max("count".length(), grouped(first.count()).length());
    return first.hasPeriod()
        ? new TableWidths(widest(first.period()), Math.max(COUNT_OF_PERIOD, count))
        // The rows come with the most hits first, so that no later count is wider.
        : new TableWidths(0, count);
  }

  /** Days and months all look alike; an hour in UTC has a shorter offset than others. */
  private static int widest(String period) {
    return period.length() > DATE
        ? Math.max(HOUR, period.length())
        : Math.max("period".length(), period.length());
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** One line, with its end. */
  String line(String periodCell, String countCell, String path) {
    String before = period == 0 ? "" : periodCell + spaces(period, periodCell) + "  ";
    return before + spaces(count, countCell) + countCell + "  " + path + "\n";
  }

  private static String spaces(int width, String cell) {
    return " ".repeat(Math.max(0, width - cell.length()));
  }
}
