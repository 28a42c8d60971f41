package org.hitledger.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.hitledger.period.Periods;
import org.hitledger.period.Unit;

/** The rows of the periods that an access is in, for one task. */
final class PeriodMeasures {
  private final Tally tally;
  private final ZoneId zone;
  private final LongUnaryOperator hours;
  private final LongUnaryOperator days;
  private final LongUnaryOperator months;

  /** By frame, who asks and hour. */
  private final List<List<Map<Long, PeriodsOfHour>>> known =
      List.of(List.of(new HashMap<>(), new HashMap<>()), List.of(new HashMap<>(), new HashMap<>()));

  private long generation;

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

  PeriodsOfHour of(Frame frame, long hour, Who who) {
    if (generation != tally.generation()) {
      known.forEach(ofWho -> ofWho.forEach(Map::clear));
      generation = tally.generation();
    }
    return known
        .get(frame.ordinal())
        .get(who.ordinal())
        .computeIfAbsent(hour, start -> find(frame, start, who));
  }

  private PeriodsOfHour find(Frame frame, long hour, Who who) {
    ZonedDateTime local = Instant.ofEpochSecond(hour).atZone(zone);
    List<Measures> periods =
        List.of(
            tally.of(Panel.HOURS.during(frame), RowKey.moment(hour), who.asName()),
            tally.of(Panel.DAYS.during(frame), RowKey.moment(day(hour)), who.asName()),
            tally.of(
                Panel.MONTHS.during(frame), RowKey.moment(months.applyAsLong(hour)), who.asName()));
    Measures ofWeek =
        tally.of(
            Panel.WEEKDAYS,
            new byte[] {(byte) local.getDayOfWeek().getValue()},
            new byte[] {(byte) local.getHour()});
    return new PeriodsOfHour(periods, ofWeek, Grain.hour(local.toLocalDateTime()));
  }
}
