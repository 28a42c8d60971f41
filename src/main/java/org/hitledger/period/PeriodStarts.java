package org.hitledger.period;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * Finds the starts of periods, and remembers the last one: lines of a log are nearly in the order
 * of time, so that nearly all have the answer of the line before.
 *
 * <p>It is remembered for the stretch of the period in which the clocks are not changed. A day can
 * have two stretches with a part of another day between them: in St. John's, clocks were put back
 * at one minute past midnight.
 */
final class PeriodStarts implements LongUnaryOperator {
  private final Periods periods;
  private final ZoneRules rules;
  private long from;
  private long to;
  private long start;

  PeriodStarts(Periods periods) {
    this.periods = periods;
    rules = periods.zone().getRules();
  }

  @Override
  public long applyAsLong(long moment) {
    if (moment < from || moment >= to) {
      moveTo(moment);
    }
    return start;
  }

  /** The start of the first period after one that starts then. */
  long after(long other) {
    long found = applyAsLong(other);
    while (found <= other) {
      found = applyAsLong(to);
    }
    return found;
  }

  private void moveTo(long moment) {
    ZoneOffset offset = rules.getOffset(Instant.ofEpochSecond(moment));
    LocalDateTime local = periods.unit().start(LocalDateTime.ofEpochSecond(moment, 0, offset));
    from = Math.max(local.toEpochSecond(offset), lastChange(moment));
    to = Math.min(periods.unit().next(local).toEpochSecond(offset), nextChange(moment));
    // An hour starts anew with the clocks; a date does not, and may have started with another
    // offset, or later than at midnight if there was none.
    start =
        periods.unit() == Unit.HOUR
            ? from
            : local.toLocalDate().atStartOfDay(periods.zone()).toEpochSecond();
  }

  /** At the moment or before it. */
  private long lastChange(long moment) {
    return Optional.ofNullable(rules.previousTransition(Instant.ofEpochSecond(moment + 1)))
        .map(ZoneOffsetTransition::toEpochSecond)
        .orElse(Long.MIN_VALUE);
  }

  private long nextChange(long moment) {
    return Optional.ofNullable(rules.nextTransition(Instant.ofEpochSecond(moment)))
        .map(ZoneOffsetTransition::toEpochSecond)
        .orElse(Long.MAX_VALUE);
  }
}
