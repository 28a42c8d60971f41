package org.hitledger.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A moment as a user writes it, of which the zone may be left open.
 *
 * @param text as it was written
 * @param time as it was read: a date, a date and a time, or both with an offset
 */
record TimeArgument(String text, TemporalAccessor time) {
  private static final DateTimeFormatter ISO_8601 =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd")
          .optionalStart()
          .appendPattern("'T'HH:mm[:ss]")
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * The moment itself. Of a local time that comes twice, where clocks are put back, it is the
   * first; of one that never comes, where they are put forward, it is when they are.
   *
   * @param zone of a time without an offset
   * @return the moment, in whole seconds
   */
  Instant in(ZoneId zone) {
    if (time instanceof OffsetDateTime withOffset) {
      return withOffset.toInstant();
    }
    return first(
        time instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.from(time), zone);
  }

  private static Instant first(LocalDateTime local, ZoneId zone) {
    return Optional.ofNullable(zone.getRules().getTransition(local))
        .filter(ZoneOffsetTransition::isGap)
        .map(ZoneOffsetTransition::getInstant)
        .orElseGet(() -> local.atZone(zone).toInstant());
  }

  @Override
  public String toString() {
    return text;
  }

  /** Reads what a user writes. */
  static final class Converter implements ITypeConverter<TimeArgument> {
    @Override
    public TimeArgument convert(String text) {
      try {
        return new TimeArgument(
            text,
            ISO_8601.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "expected a time such as 2012-06-01, 2012-06-01T12:00 or 2012-06-01T12:00:00+02:00, but was '%s'"
                .formatted(text));
      }
    }
  }
}
