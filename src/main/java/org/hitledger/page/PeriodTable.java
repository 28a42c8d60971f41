package org.hitledger.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hitledger.period.Periods;
import org.hitledger.period.Unit;
import org.hitledger.report.Grain;
import org.hitledger.report.Panel;

/**
 * What happened over time.
 *
 * @param unit hour, day or month
 * @param rows in the order of time
 * @param isWhole whether all periods are there, and not the first ones alone
 */
public record PeriodTable(String unit, List<PeriodRow> rows, boolean isWhole) {
  /** What the numbers of a row are, for headings and charts. */
  public static final List<String> NUMBERS =
      List.of(
          "accesses: people",
          "accesses: crawlers",
          "pages: people",
          "pages: crawlers",
          "visitors: people",
          "visitors: crawlers",
          "bytes: people",
          "bytes: crawlers",
          "2xx",
          "3xx",
          "4xx",
          "5xx");

  private static final int FEW_ROWS = 31;

  /**
   * The finest periods of which there are not too many to see. If there are more months than of a
   * life, those that no access is in are left out.
   */
  static PeriodTable of(Tables tables, Optional<ComparedPeriod> compared, ZoneId zone) {
    var hours = new PeriodRows(tables, Panel.HOURS, new Periods(Unit.HOUR, zone), compared);
    var days = new PeriodRows(tables, Panel.DAYS, new Periods(Unit.DAY, zone), compared);
    var months = new PeriodRows(tables, Panel.MONTHS, new Periods(Unit.MONTH, zone), compared);
    return hours
        .upTo(Grain.HOURS.most())
        .or(() -> days.upTo(Grain.DAYS.most()))
        .or(() -> months.upTo(Grain.MOST_MONTHS))
        .orElseGet(months::withAccesses);
  }

  /**
   * Whether its numbers are few enough to be shown at once.
   *
   * @return true for about a month of days
   */
  public boolean isShort() {
    return rows.size() <= FEW_ROWS;
  }

  /** From the first period to the last, in words. */
  String span() {
    if (rows.isEmpty()) {
      return "no access";
    }
    String first = forPeople(rows.get(0).label());
    String last = forPeople(rows.get(rows.size() - 1).label());
    return first.equals(last) ? first : first + " to " + last;
  }

  /** The page says in which zone it is. */
  private static String forPeople(String label) {
    return label.replace('T', ' ').replaceFirst("(?:Z|[+-]\\d\\d:\\d\\d)$", "");
  }
}
