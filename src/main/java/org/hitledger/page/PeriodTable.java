package org.hitledger.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hitledger.period.Periods;
import org.hitledger.period.Unit;
import org.hitledger.report.Frame;
import org.hitledger.report.Grain;
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
  private static final int MOST_MONTHS = 1_200;

  private static final List<Column> OF_EACH =
      List.of(Column.ACCESSES, Column.PAGES, Column.VISITORS, Column.BYTES);
  private static final List<Column> OF_ALL =
      List.of(Column.SUCCESSES, Column.REDIRECTS, Column.CLIENT_ERRORS, Column.SERVER_ERRORS);

  /** The finest periods of which there are not too many to see. */
  static PeriodTable of(Panels panels, ZoneId zone) {
    return Stream.of(
            new Rows(panels.of(Panel.HOURS), new Periods(Unit.HOUR, zone), Grain.HOURS.most()),
            new Rows(panels.of(Panel.DAYS), new Periods(Unit.DAY, zone), Grain.DAYS.most()))
        .flatMap(rows -> rows.table().stream())
        .findFirst()
        .orElseGet(
            () ->
                new Rows(panels.of(Panel.MONTHS), new Periods(Unit.MONTH, zone), MOST_MONTHS)
                    .months());
  }

  /** The rows of a panel, by when their periods start. */
  private static final class Rows {
    private final PanelRows panel;
    private final Periods periods;
    private final int most;
    private final TreeMap<Long, List<PanelRow>> byStart;

    Rows(PanelRows panel, Periods periods, int most) {
      this.panel = panel;
      this.periods = periods;
      this.most = most;
      byStart =
          panel.rows().stream().collect(groupingBy(row -> row.moment(0), TreeMap::new, toList()));
    }

    /** All periods from the first to the last, unless there are more than may be shown. */
    Optional<PeriodTable> table() {
      List<Long> starts = starts();
      return isWhole() && starts.size() <= most ? Optional.of(table(starts)) : Optional.empty();
    }

    /** Without those that no access is in, if they are more than a life long. */
    PeriodTable months() {
      return table().orElseGet(() -> table(byStart.keySet()));
    }

    private List<Long> starts() {
      return byStart.isEmpty()
          ? List.of()
          : periods.from(byStart.firstKey(), byStart.lastKey()).limit(most + 1L).boxed().toList();
    }

    private boolean isWhole() {
      return panel.number() == panel.rows().size();
    }

    private PeriodTable table(Collection<Long> starts) {
      List<PeriodRow> rows =
          starts.stream()
              .map(
                  start ->
                      new PeriodRow(
                          periods.label(start),
                          start,
                          numbers(byStart.getOrDefault(start, List.of()))))
              .toList();
      return new PeriodTable(periods.unit().toString(), rows, isWhole());
    }
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
    String first = forPeople(rows.get(0).label());
    String last = forPeople(rows.get(rows.size() - 1).label());
    return first.equals(last) ? first : first + " to " + last;
  }

  /** The page says in which zone it is. */
  private static String forPeople(String label) {
    return label.replace('T', ' ').replaceFirst("(?:Z|[+-]\\d\\d:\\d\\d)$", "");
  }
}
