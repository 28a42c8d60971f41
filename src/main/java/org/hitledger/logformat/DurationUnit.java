package org.hitledger.logformat;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.hitledger.bytes.ByteSlice;

/** The units in which servers log how long they took. */
enum DurationUnit {
  NANOSECONDS(-3),
  MICROSECONDS(0),
  MILLISECONDS(3),
  SECONDS(6),
  /** W3C logs of IIS have milliseconds, those of others seconds with a point. */
  SECONDS_WITH_POINT(3);

  /** No number that means a time is longer; a longer one is not worth its time. */
  private static final int MOST_BYTES = 64;

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** Java knows digits of more scripts. */
  private static final Pattern NUMBER = Pattern.compile("[+]?[0-9]*\\.?[0-9]*([eE][+-]?[0-9]+)?");

  private final int powerOfTen;

  DurationUnit(int powerOfTen) {
    this.powerOfTen = powerOfTen;
  }

  /**
   * Reads a duration.
   *
   * @param text a number in this unit, with or without a point
   * @return whole microseconds; nothing if it is no number, negative, or does not fit
   */
  OptionalLong micros(ByteSlice text) {
    if (text.length() > MOST_BYTES || !NUMBER.matcher(text.toString()).matches()) {
      return OptionalLong.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text.toString());
      // The exponent first: a number of a thousand million digits must not be written out.
      boolean isSmall = Math.abs((long) number.scale()) <= MOST_BYTES;
      return isSmall ? micros(number) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private OptionalLong micros(BigDecimal number) {
    boolean hasSeconds = this == SECONDS_WITH_POINT && number.scale() > 0;
    BigDecimal micros = number.movePointRight(hasSeconds ? SECONDS.powerOfTen : powerOfTen);
    return micros.signum() < 0 || micros.compareTo(MOST) > 0
        ? OptionalLong.empty()
        : OptionalLong.of(micros.longValue());
  }
}
