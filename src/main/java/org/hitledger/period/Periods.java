package org.hitledger.period;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/**
 * The periods of one length in a time zone.
 *
 * @param unit how long they are
 * @param zone whose clocks and calendar they go by
 */
public record Periods(Unit unit, ZoneId zone) implements TimeDivision {
  private static final int DAY_OF_MONTH = "-01".length();

  @Override
  public LongUnaryOperator starts() {
    return new PeriodStarts(this);
  }

  /**
   * The periods from one to another, those between them included.
   *
   * @param first when the first one starts, as {@link #starts} has found it
   * @param last when the last one starts
   * @return when they start, in order
   */
  public LongStream from(long first, long last) {
    var starts = new PeriodStarts(this);
    return LongStream.iterate(first, start -> start <= last, starts::after);
  }

  /**
   * The name of a period.
   *
   * @param start as {@link #starts} has found it
   * @return ISO 8601: {@code 2012-06}, {@code 2012-06-01} or, with the offset that keeps the two
   *     hours apart when clocks are put back, {@code 2012-06-01T22:00-04:00}
   */
  public String label(long start) {
    OffsetDateTime local = Instant.ofEpochSecond(start).atZone(zone).toOffsetDateTime();
    String date = local.toLocalDate().toString();
    return switch (unit) {
      case HOUR -> local.toString();
      case DAY -> date;
      case MONTH -> date.substring(0, date.length() - DAY_OF_MONTH);
    };
  }
}
