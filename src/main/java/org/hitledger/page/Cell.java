package org.hitledger.page;

import java.util.Optional;
import org.hitledger.report.Series;

/**
 * A cell of a table.
 *
 * @param text as it is shown
 * @param number to sort by, if {@link #isNumber}
 * @param isNumber whether it is a number
 * @param before the number of the period that it is compared with
 * @param percent of the column's sum; negative for none
 * @param percentOfLargest of the column's largest number, for a bar
 * @param overTime how it lies in time, if it is told
 */
public record Cell(
    String text,
    long number,
    boolean isNumber,
    Optional<Before> before,
    double percent,
    double percentOfLargest,
    Optional<Sparkline> overTime) {

  static Cell text(String text) {
    return new Cell(text, 0, false, Optional.empty(), -1, 0, Optional.empty());
  }

  static Cell number(long number) {
    return new Cell(Numbers.full(number), number, true, Optional.empty(), -1, 0, Optional.empty());
  }

  Cell comparedWith(long other) {
    return new Cell(
        text,
        number,
        isNumber,
        Optional.of(new Before(other, number)),
        percent,
        percentOfLargest,
        overTime);
  }

  Cell ofWhole(long whole, long largest) {
    return new Cell(
        text,
        number,
        isNumber,
        before,
        Numbers.percent(number, whole),
        Numbers.percent(number, largest),
        overTime);
  }

  Cell overTime(Series part, Series whole) {
    return part.isEmpty()
        ? this
        : new Cell(
            text,
            number,
            isNumber,
            before,
            percent,
            percentOfLargest,
            Optional.of(Sparkline.of(part, whole)));
  }

  /**
   * Whether it has a bar.
   *
   * @return true if its part of the whole is shown
   */
  public boolean hasBar() {
    return percent >= 0;
  }

  /**
   * The part of the whole, in words.
   *
   * @return in percent
   */
  public String share() {
    return Numbers.oneDigit(percent) + " %";
  }

  /**
   * How long the bar is, of which the largest number has the longest.
   *
   * @return from 0 to 100, with one digit behind the point
   */
  public String barLength() {
    return Numbers.oneDigit(percentOfLargest);
  }
}
