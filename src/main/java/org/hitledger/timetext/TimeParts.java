package org.hitledger.timetext;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hitledger.access.LogTime;

/**
 * What the parts of a time say, gathered from one text or more: a date and a time of day, or
 * seconds since 1970; a fraction and a zone's offset beside. To be filled once.
 */
public final class TimeParts {
  private static final int HOURS_OF_HALF_DAY = 12;
  private static final int LEAP_SECOND = 60;

  private OptionalLong epochSecond = OptionalLong.empty();
  private int year;
  private int month;
  private int day;
  private int dayOfYear;
  private int hour;
  private int minute;
  private int second;
  private int micros;
  private boolean isAfternoon;
  private boolean isHalfDay;
  private OptionalInt offsetMinutes = OptionalInt.empty();

  void epochSecond(long value) {
    epochSecond = OptionalLong.of(value);
  }

  void year(int value) {
    year = value;
  }

  void month(int value) {
    month = value;
  }

  void day(int value) {
    day = value;
  }

  void dayOfYear(int value) {
    dayOfYear = value;
  }

  void hour(int value) {
    hour = value;
  }

  void minute(int value) {
    minute = value;
  }

  void second(int value) {
    second = value;
  }

  void micros(int value) {
    micros = value;
  }

  void halfDay(boolean afternoon) {
    isHalfDay = true;
    isAfternoon = afternoon;
  }

  void offsetMinutes(int value) {
    offsetMinutes = OptionalInt.of(value);
  }

  /**
   * The moment that the parts make.
   *
   * @param zone of times that say none
   * @return nothing if a part is missing or there is no such date or time of day
   */
  public Optional<LogTime> time(ZoneId zone) {
    if (epochSecond.isPresent()) {
      return Optional.of(new LogTime(epochSecond.getAsLong(), micros, 0));
    }
    try {
      LocalDateTime local = date().atTime(hourOfDay(), minute, Math.min(second, LEAP_SECOND - 1));
      ZoneOffset offset =
          offsetMinutes.isPresent()
              ? ZoneOffset.ofTotalSeconds(offsetMinutes.getAsInt() * 60)
              : zone.getRules().getOffset(local);
      if (second > LEAP_SECOND) {
        return Optional.empty();
      }
      // POSIX time has no leap seconds: second 60 is the first of the next minute.
      long leap = second == LEAP_SECOND ? 1 : 0;
      return Optional.of(
          new LogTime(local.toEpochSecond(offset) + leap, micros, offset.getTotalSeconds() / 60));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private LocalDate date() {
    return dayOfYear > 0 ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
  }

  private int hourOfDay() {
    if (!isHalfDay) {
      return hour;
    }
    return hour % HOURS_OF_HALF_DAY + (isAfternoon ? HOURS_OF_HALF_DAY : 0);
  }

  /**
   * The zone's offset, as Apache logs it.
   *
   * @return such as {@code -0400}; nothing if none was said
   */
  public Optional<String> offset() {
    return offsetMinutes.isPresent()
        ? Optional.of(text(offsetMinutes.getAsInt()))
        : Optional.empty();
  }

  private static String text(int minutes) {
    int size = Math.abs(minutes);
    return String.format(Locale.ROOT, "%s%02d%02d", minutes < 0 ? "-" : "+", size / 60, size % 60);
  }
}
