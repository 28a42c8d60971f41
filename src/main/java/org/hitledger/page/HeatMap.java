package org.hitledger.page;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hitledger.report.Frame;
import org.hitledger.report.Panel;
import org.hitledger.report.PanelRow;
import org.hitledger.report.Panels;

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
   * @param accesses in full digits
   * @param shade from 0 for none to 9 for the most
   */
  public record Heat(String accesses, long shade) {}

  static HeatMap of(Panels panels) {
    long[][] accesses = new long[DayOfWeek.values().length][HOURS];
    for (PanelRow row : panels.of(Panel.WEEKDAYS).rows()) {
      accesses[row.number(0) - 1][row.number(1)] =
          Column.ACCESSES.of(row.measures(), Frame.REPORTED);
    }
    long most = Arrays.stream(accesses).flatMapToLong(Arrays::stream).max().orElse(0);
    return new HeatMap(
        Arrays.stream(DayOfWeek.values())
            .map(day -> day(day, accesses[day.ordinal()], most))
            .toList());
  }

  private static Day day(DayOfWeek day, long[] accesses, long most) {
    return new Day(
        day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
        IntStream.range(0, HOURS).mapToObj(hour -> heat(accesses[hour], most)).toList());
  }

  /** Every hour with an access has a shade. */
  private static Heat heat(long accesses, long most) {
    return new Heat(Numbers.full(accesses), most == 0 ? 0 : (accesses * SHADES + most - 1) / most);
  }
}
