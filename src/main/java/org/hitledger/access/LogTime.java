package org.hitledger.access;

import java.util.Optional;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSlice;

/**
 * The moment of an access as Apache logs it ({@code %t}): {@code dd/Mon/yyyy:HH:MM:SS +HHMM}, with
 * English names of months, all digits present, and a date that exists in the Gregorian calendar. A
 * fraction may follow the seconds. POSIX time has no leap seconds: second 60 is the first of the
 * next minute.
 *
 * @param epochSecond seconds since 1970-01-01T00:00:00Z
 * @param micros of the second, 0 to 999,999; further digits of a fraction are cut off
 * @param offsetMinutes minutes east of UTC, as logged
 */
public record LogTime(long epochSecond, int micros, int offsetMinutes) {
  /** How long {@code +HHMM} is. */
  public static final int OFFSET_BYTES = 5;

  private static final int BYTES = "dd/Mon/yyyy:HH:MM:SS +HHMM".length();
  private static final int SECOND_END = "dd/Mon/yyyy:HH:MM:SS".length();
  private static final int DIGITS_OF_MICROS = 6;
  private static final int NONE = -1;
  private static final int DAYS_OF_ANY_MONTH = 28;
  private static final int DAYS_FROM_MARCH_0000_TO_1970 = 719_468;
  private static final int MINUTES_PER_DAY = 24 * 60;
  private static final long MICROS_PER_SECOND = 1_000_000;

  /**
   * The moment as one number.
   *
   * @return microseconds since 1970-01-01T00:00:00Z
   */
  public long epochMicros() {
    return epochSecond * MICROS_PER_SECOND + micros;
  }

  /**
   * Reads a time.
   *
   * @param text what stands between the brackets of a line
   * @return the time, or nothing if it is not one
   */
  public static Optional<LogTime> parse(ByteSlice text) {
    byte[] b = text.array();
    int at = text.from();
    int fraction = text.length() - BYTES;
    if (fraction < 0 || !isPunctuated(b, at) || !isZone(b, at + fraction)) {
      return Optional.empty();
    }
    int micros = fraction == 0 ? 0 : micros(b, at + SECOND_END, fraction);
    int day = number(b, at, 2);
    int month = month(b, at + 3);
    int year = number(b, at + 7, 4);
    int hour = number(b, at + 12, 2);
    int minute = number(b, at + 15, 2);
    int second = number(b, at + 18, 2);
    int offsetHour = number(b, at + fraction + 22, 2);
    int offsetMinute = number(b, at + fraction + 24, 2);
    if (!isDate(year, month, day)
        || !isClock(hour, minute)
        || !isSecond(second)
        || micros == NONE
        || !isClock(offsetHour, offsetMinute)) {
      return Optional.empty();
    }
    int offset = offsetHour * 60 + offsetMinute;
    int signed = b[at + fraction + 21] == '-' ? -offset : offset;
    long minutes = epochDay(year, month, day) * MINUTES_PER_DAY + hour * 60L + minute - signed;
    return Optional.of(new LogTime(minutes * 60 + second, micros, signed));
  }

  private static boolean isPunctuated(byte[] b, int at) {
    return b[at + 2] == '/'
        && b[at + 6] == '/'
        && b[at + 11] == ':'
        && b[at + 14] == ':'
        && b[at + 17] == ':';
  }

  /** Of a time without a fraction that would start there. */
  private static boolean isZone(byte[] b, int at) {
    return b[at + 20] == ' ' && (b[at + 21] == '+' || b[at + 21] == '-');
  }

  /** Of a dot and digits, {@link #NONE} if they are something else. */
  private static int micros(byte[] b, int at, int length) {
    int micros = 0;
    for (int i = 1; i <= Math.max(DIGITS_OF_MICROS, length - 1); i++) {
      boolean isGiven = i < length;
      if (isGiven && !Ascii.isDigit(b[at + i])) {
        return NONE;
      }
      if (i <= DIGITS_OF_MICROS) {
        micros = micros * 10 + (isGiven ? b[at + i] - '0' : 0);
      }
    }
    return b[at] == '.' && length > 1 ? micros : NONE;
  }

  /** The number, or {@link #NONE} if not all are digits. */
  private static int number(byte[] b, int at, int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      if (!Ascii.isDigit(b[i])) {
        return NONE;
      }
      value = value * 10 + b[i] - '0';
    }
    return value;
  }

  /** 1 to 12, or 0 for no month's name. */
  private static int month(byte[] b, int at) {
    return switch (b[at] << 16 | b[at + 1] << 8 | b[at + 2]) {
      case 'J' << 16 | 'a' << 8 | 'n' -> 1;
      case 'F' << 16 | 'e' << 8 | 'b' -> 2;
      case 'M' << 16 | 'a' << 8 | 'r' -> 3;
      case 'A' << 16 | 'p' << 8 | 'r' -> 4;
      case 'M' << 16 | 'a' << 8 | 'y' -> 5;
      case 'J' << 16 | 'u' << 8 | 'n' -> 6;
      case 'J' << 16 | 'u' << 8 | 'l' -> 7;
      case 'A' << 16 | 'u' << 8 | 'g' -> 8;
      case 'S' << 16 | 'e' << 8 | 'p' -> 9;
      case 'O' << 16 | 'c' << 8 | 't' -> 10;
      case 'N' << 16 | 'o' << 8 | 'v' -> 11;
      case 'D' << 16 | 'e' << 8 | 'c' -> 12;
      default -> 0;
    };
  }

  private static boolean isDate(int year, int month, int day) {
    return year > 0
        && month > 0
        && day > 0
        && (day <= DAYS_OF_ANY_MONTH || day <= daysIn(year, month));
  }

  private static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static boolean isClock(int hour, int minute) {
    return hour >= 0 && hour < 24 && isSixtieth(minute);
  }

  private static boolean isSixtieth(int minute) {
    return minute >= 0 && minute < 60;
  }

  private static boolean isSecond(int second) {
    return second >= 0 && second <= 60;
  }

  /**
   * Days since 1970-01-01. With years that start in March the leap day comes last, and the days
   * before a month are a straight line: 153 days in every five months.
   */
  private static long epochDay(int year, int month, int day) {
    int marchYear = month > 2 ? year : year - 1;
    int monthsSinceMarch = (month + 9) % 12;
    int dayOfYear = (153 * monthsSinceMarch + 2) / 5 + day - 1;
    int leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400;
    return 365L * marchYear + leapDays + dayOfYear - DAYS_FROM_MARCH_0000_TO_1970;
  }
}
