package org.hitledger.datasource;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.hitledger.product.hits.HitColumn;

/**
 * The times that a filter lets pass, or some more: Spark looks at each row again.
 *
 * @param from in microseconds since 1970
 * @param to the last one that may pass
 */
record TimeRange(long from, long to) implements Serializable {
  static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  private static final long serialVersionUID = 1L;

  private static final Instant SINCE_1900 = Instant.parse("1900-01-01T00:00:00Z");

  /** Of a filter on the time; nothing for any other. */
  static Optional<TimeRange> of(Filter filter) {
    if (filter instanceof GreaterThan later) {
      return from(later.attribute(), later.value());
    }
    if (filter instanceof GreaterThanOrEqual later) {
      return from(later.attribute(), later.value());
    }
    if (filter instanceof LessThan earlier) {
      return to(earlier.attribute(), earlier.value());
    }
    return filter instanceof LessThanOrEqual earlier
        ? to(earlier.attribute(), earlier.value())
        : Optional.empty();
  }

  private static Optional<TimeRange> from(String column, Object value) {
    return micros(column, value).map(from -> new TimeRange(from, Long.MAX_VALUE));
  }

  private static Optional<TimeRange> to(String column, Object value) {
    return micros(column, value).map(to -> new TimeRange(Long.MIN_VALUE, to));
  }

  private static Optional<Long> micros(String column, Object value) {
    if (!column.equals(HitColumn.TIME.label())) {
      return Optional.empty();
    }
    return instant(value).map(time -> ChronoUnit.MICROS.between(Instant.EPOCH, time));
  }

  /** As sessions have times, by their settings. The older kind counts old days otherwise. */
  private static Optional<Instant> instant(Object value) {
    if (value instanceof Timestamp time) {
      return Optional.of(time.toInstant()).filter(SINCE_1900::isBefore);
    }
    return value instanceof Instant time ? Optional.of(time) : Optional.empty();
  }

  TimeRange and(TimeRange other) {
    return new TimeRange(Math.max(from, other.from), Math.min(to, other.to));
  }

  boolean contains(long micros) {
    return from <= micros && micros <= to;
  }
}
