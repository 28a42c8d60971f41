package org.hitledger.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hitledger.period.Periods;
import org.hitledger.period.Unit;
import org.hitledger.report.Frame;
import org.hitledger.report.Measures;
import org.hitledger.report.Panel;
import org.hitledger.report.PanelRow;
import org.hitledger.report.PanelRows;
import org.hitledger.report.Panels;
import org.hitledger.report.Who;

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
  private static final int MOST_HOURS = 7 * 24;
  private static final int MOST_DAYS = 750;

  private static final List<Column> OF_EACH =
      List.of(Column.ACCESSES, Column.PAGES, Column.VISITORS, Column.BYTES);
  private static final List<Column> OF_ALL =
      List.of(Column.SUCCESSES, Column.REDIRECTS, Column.CLIENT_ERRORS, Column.SERVER_ERRORS);

  /** The finest periods of which there are not too many to see. */
  static PeriodTable of(Panels panels, ZoneId zone) {
    PeriodTable hours = table(panels.of(Panel.HOURS), new Periods(Unit.HOUR, zone));
    if (hours.isWhole && hours.rows.size() <= MOST_HOURS) {
      return hours;
    }
    PeriodTable days = table(panels.of(Panel.DAYS), new Periods(Unit.DAY, zone));
    return days.isWhole && days.rows.size() <= MOST_DAYS
        ? days
        : table(panels.of(Panel.MONTHS), new Periods(Unit.MONTH, zone));
  }

  private static PeriodTable table(PanelRows panel, Periods periods) {
    Map<Long, List<PanelRow>> byStart =
        panel.rows().stream().collect(groupingBy(row -> row.moment(0), TreeMap::new, toList()));
    List<PeriodRow> rows =
        byStart.entrySet().stream()
            .map(
                period ->
                    new PeriodRow(
                        periods.label(period.getKey()),
                        period.getKey(),
                        numbers(period.getValue())))
            .toList();
    return new PeriodTable(periods.unit().toString(), rows, panel.number() == panel.rows().size());
  }

  private static List<Long> numbers(List<PanelRow> rows) {
    Measures people = of(Who.PEOPLE, rows);
    Measures crawlers = of(Who.CRAWLERS, rows);
    Measures all = new Measures().addAll(people).addAll(crawlers);
    return Stream.concat(
            OF_EACH.stream()
                .flatMap(
                    column ->
                        Stream.of(
                            column.of(people, Frame.REPORTED),
                            column.of(crawlers, Frame.REPORTED))),
            OF_ALL.stream().map(column -> column.of(all, Frame.REPORTED)))
        .toList();
  }

  private static Measures of(Who who, List<PanelRow> rows) {
    return rows.stream()
        .filter(row -> row.number(1) == who.ordinal())
        .map(PanelRow::measures)
        .findAny()
        .orElseGet(Measures::new);
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
    String first = rows.get(0).label();
    String last = rows.get(rows.size() - 1).label();
    return first.equals(last) ? first : first + " to " + last;
  }
}
