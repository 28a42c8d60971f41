package org.hitledger.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final int MOST_MONTHS = 1_200;

  private static final List<Column> OF_EACH =
      List.of(Column.ACCESSES, Column.PAGES, Column.VISITORS, Column.BYTES);
  private static final List<Column> OF_ALL =
      List.of(Column.SUCCESSES, Column.REDIRECTS, Column.CLIENT_ERRORS, Column.SERVER_ERRORS);

  /** The finest periods of which there are not too many to see. */
  static PeriodTable of(Panels panels, ZoneId zone) {
    return table(panels.of(Panel.HOURS), new Periods(Unit.HOUR, zone), MOST_HOURS)
        .or(() -> table(panels.of(Panel.DAYS), new Periods(Unit.DAY, zone), MOST_DAYS))
        .orElseGet(() -> months(panels.of(Panel.MONTHS), new Periods(Unit.MONTH, zone)));
  }

  /** All periods from the first to the last, unless there are more than may be shown. */
  private static Optional<PeriodTable> table(PanelRows panel, Periods periods, int most) {
    TreeMap<Long, List<PanelRow>> byStart = byStart(panel);
    if (byStart.isEmpty()) {
      return Optional.of(table(panel, periods, List.of()));
    }
    List<Long> starts =
        periods.from(byStart.firstKey(), byStart.lastKey()).limit(most + 1L).boxed().toList();
    return isWhole(panel) && starts.size() <= most
        ? Optional.of(table(panel, periods, starts))
        : Optional.empty();
  }

  /** Without those that no access is in, if they are more than a life long. */
  private static PeriodTable months(PanelRows panel, Periods periods) {
    return table(panel, periods, MOST_MONTHS)
        .orElseGet(() -> table(panel, periods, byStart(panel).keySet()));
  }

  private static TreeMap<Long, List<PanelRow>> byStart(PanelRows panel) {
    return panel.rows().stream().collect(groupingBy(row -> row.moment(0), TreeMap::new, toList()));
  }

  private static PeriodTable table(PanelRows panel, Periods periods, Collection<Long> starts) {
    Map<Long, List<PanelRow>> byStart = byStart(panel);
    List<PeriodRow> rows =
        starts.stream()
            .map(
                start ->
                    new PeriodRow(
                        periods.label(start),
                        start,
                        numbers(byStart.getOrDefault(start, List.of()))))
            .toList();
    return new PeriodTable(periods.unit().toString(), rows, isWhole(panel));
  }

  private static boolean isWhole(PanelRows panel) {
    return panel.number() == panel.rows().size();
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
