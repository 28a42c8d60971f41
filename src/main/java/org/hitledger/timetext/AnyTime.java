package org.hitledger.timetext;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSlice;

/**
 * A time as loggers of JSON write it: ISO 8601, Apache's {@code %t} with or without its brackets,
 * or seconds or milliseconds since 1970.
 */
public final class AnyTime implements TimeText {
  /** As seconds it would be the year 5138, as milliseconds it is 1973. */
  private static final BigDecimal FIRST_MILLISECONDS = BigDecimal.valueOf(100_000_000_000L);

  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1L << 40);

  private static final int DIGITS_OF_MILLIS = 3;
  private static final int DIGITS_OF_MICROS = 6;

  /** No number that means a time is longer; a longer one is not worth its time. */
  private static final int MOST_BYTES = 40;

  @Override
  public boolean read(ByteSlice text, TimeParts into) {
    if (isNumber(text)) {
      return readNumber(text, into);
    }
    return text.indexOf('/') < 0
        ? new IsoTime().read(text, into)
        : new ClfTime().read(withoutBrackets(text), into);
  }

  private static boolean isNumber(ByteSlice text) {
    for (int i = text.from(); i < text.to(); i++) {
      byte b = text.array()[i];
      if (!Ascii.isDigit(b) && b != '.' && b != 'e' && b != 'E' && b != '+') {
        return false;
      }
    }
    return text.length() > 0;
  }

  private static boolean readNumber(ByteSlice text, TimeParts into) {
    if (text.length() > MOST_BYTES) {
      return false;
    }
    try {
      BigDecimal number = new BigDecimal(text.toString());
      // The exponent first: a number of a thousand million digits must not be written out.
      if (Math.abs((long) number.scale()) > MOST_BYTES) {
        return false;
      }
      BigDecimal seconds =
          number.compareTo(FIRST_MILLISECONDS) < 0
              ? number
              : number.movePointLeft(DIGITS_OF_MILLIS);
      if (seconds.compareTo(MOST_SECONDS) > 0) {
        return false;
      }
      BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
      into.epochSecond(whole.longValue());
      into.micros(seconds.subtract(whole).movePointRight(DIGITS_OF_MICROS).intValue());
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static ByteSlice withoutBrackets(ByteSlice text) {
    boolean hasBrackets =
        text.length() > 1 && text.array()[text.from()] == '[' && text.array()[text.to() - 1] == ']';
    return hasBrackets ? text.startingAt(text.from() + 1).endingAt(text.to() - 1) : text;
  }
}
