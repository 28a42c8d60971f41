package org.hitledger.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.hitledger.period.Periods;
import org.hitledger.period.Unit;

/**
 * The rows of the periods that an access is in, for one task. Lines of a log are nearly in the
 * order of time, so that nearly all have the rows of the line before.
 */
final class PeriodMeasures {
  private final Tally tally;
  private final ZoneId zone;
  private final LongUnaryOperator hours;
  private final LongUnaryOperator days;
  private final LongUnaryOperator months;
  private final LastHour[] last = {LastHour.NONE, LastHour.NONE};

  private record LastHour(long generation, long hour, PeriodsOfHour periods) {
    static final LastHour NONE = new LastHour(-1, 0, new PeriodsOfHour(List.of(), 0));
  }

  PeriodMeasures(Tally tally, ZoneId zone) {
    this.tally = tally;
    this.zone = zone;
    hours = new Periods(Unit.HOUR, zone).starts();
    days = new Periods(Unit.DAY, zone).starts();
    months = new Periods(Unit.MONTH, zone).starts();
  }

  long hour(long epochSecond) {
    return hours.applyAsLong(epochSecond);
  }

  /** When the day starts that an hour is of. */
  long day(long hour) {
    return days.applyAsLong(hour);
  }

  PeriodsOfHour of(long hour, Who who) {
    LastHour known = last[who.ordinal()];
    if (known.hour != hour || known.generation != tally.generation()) {
      known = new LastHour(tally.generation(), hour, find(hour, who));
      last[who.ordinal()] = known;
    }
    return known.periods;
  }

  private PeriodsOfHour find(long hour, Who who) {
    ZonedDateTime local = Instant.ofEpochSecond(hour).atZone(zone);
    List<Measures> rows =
        List.of(
            tally.of(Panel.HOURS, RowKey.moment(hour), who.asName()),
            tally.of(Panel.DAYS, RowKey.moment(day(hour)), who.asName()),
            tally.of(Panel.MONTHS, RowKey.moment(months.applyAsLong(hour)), who.asName()),
            tally.of(
                Panel.WEEKDAYS,
                new byte[] {(byte) local.getDayOfWeek().getValue()},
                new byte[] {(byte) local.getHour()}));
    return new PeriodsOfHour(rows, Grain.hour(local.toLocalDateTime()));
  }
}
