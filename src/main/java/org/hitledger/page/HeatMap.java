package org.hitledger.page;

import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.hitledger.report.Measures;
import org.hitledger.report.Panel;
import org.hitledger.report.PanelRow;

/**
 * Accesses by day of the week and hour of the day.
 *
 * @param days seven, Monday first
 */
public record HeatMap(List<Day> days) {
  private static final int HOURS = 24;
  private static final int SHADES = 9;

  /**
   * A day of the week.
   *
   * @param name in English, short
   * @param hours 24 cells
   */
  public record Day(String name, List<Heat> hours) {}

  /**
   * An hour of it.
   *
   * @param accesses how many
   * @param shade from 0 for none to 9 for the most
   */
  public record Heat(Cell accesses, long shade) {

    /**
     * Whether the number of the other period stands below it.
     *
     * @return false where nothing was before and nothing is now, as in most hours of a short period
     */
    public boolean hasBefore() {
      return accesses
          .before()
          .filter(other -> accesses.number() > 0 || other.number() > 0)
          .isPresent();
    }
  }

  static HeatMap of(Tables tables) {
    Map<List<Integer>, Measures> known =
        tables.panels().of(Panel.WEEKDAYS).rows().stream()
            .collect(toMap(row -> List.of(row.number(0), row.number(1)), PanelRow::measures));
    List<List<Cell>> week =
        Arrays.stream(DayOfWeek.values())
            .map(
                day ->
                    IntStream.range(0, HOURS)
                        .mapToObj(hour -> List.of(day.getValue(), hour))
                        .map(place -> known.getOrDefault(place, new Measures()))
                        .map(measures -> tables.number(Column.ACCESSES, measures))
                        .toList())
            .toList();
    long most = week.stream().flatMap(List::stream).mapToLong(Cell::number).max().orElse(0);
    return new HeatMap(
        Arrays.stream(DayOfWeek.values())
            .map(day -> day(day, week.get(day.ordinal()), most))
            .toList());
  }

  private static Day day(DayOfWeek day, List<Cell> hours, long most) {
    return new Day(
        day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
        hours.stream().map(hour -> new Heat(hour, shade(hour.number(), most))).toList());
  }

  /** Every hour with an access has a shade. */
  private static long shade(long accesses, long most) {
    return most == 0 ? 0 : (accesses * SHADES + most - 1) / most;
  }
}
