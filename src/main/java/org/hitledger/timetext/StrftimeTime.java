package org.hitledger.timetext;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hitledger.bytes.ByteSlice;

/**
 * A time, or a part of one, in a format of C's {@code strftime}, as Apache's {@code %{FORMAT}t}.
 */
public final class StrftimeTime implements TimeText {
  /** Digits of {@code %Y}, and of all other numbers. */
  private static final int YEAR_DIGITS = 4;

  private static final int DIGITS = 2;
  private static final int DIGITS_OF_YEARDAY = 3;

  /** POSIX: two digits from 69 on are of the last century. */
  private static final int FIRST_OF_LAST_CENTURY = 69;

  private static final Map<Character, Part> CONVERSIONS =
      Map.ofEntries(
          entry('Y', (in, into) -> into.year(in.number(YEAR_DIGITS))),
          entry('y', (in, into) -> into.year(ofCentury(in.number(DIGITS)))),
          entry('m', (in, into) -> into.month(in.number(DIGITS))),
          entry('b', (in, into) -> into.month(in.month())),
          entry('B', (in, into) -> into.month(in.month())),
          entry('h', (in, into) -> into.month(in.month())),
          entry('d', (in, into) -> into.day(in.number(DIGITS))),
          entry('e', StrftimeTime::readPaddedDay),
          entry('j', (in, into) -> into.dayOfYear(in.number(DIGITS_OF_YEARDAY))),
          entry('H', (in, into) -> into.hour(in.number(DIGITS))),
          entry('I', (in, into) -> into.hour(in.number(DIGITS))),
          entry('p', (in, into) -> into.halfDay(in.letters().equals("pm"))),
          entry('P', (in, into) -> into.halfDay(in.letters().equals("pm"))),
          entry('M', (in, into) -> into.minute(in.number(DIGITS))),
          entry('S', (in, into) -> into.second(in.number(DIGITS))),
          entry('s', (in, into) -> into.epochSecond(in.number())),
          entry('z', (in, into) -> into.offsetMinutes(in.offset())),
          entry('a', (in, into) -> in.letters()),
          entry('A', (in, into) -> in.letters()),
          entry('Z', (in, into) -> in.letters()),
          entry('%', literal('%')));

  /** A year, and a month and a day or the day of the year; or seconds since 1970. */
  private static final Pattern DATE =
      Pattern.compile("%s|^(?=.*%[Yy])(?=.*%[mbBh])(?=.*%[de])|^(?=.*%[Yy])(?=.*%j)");

  private static final Pattern CLOCK = Pattern.compile("%[sHI]");

  private final List<Part> parts;
  private final int words;

  private final boolean hasDate;
  private final boolean hasClock;

  private StrftimeTime(List<Part> parts, String plain) {
    this.parts = List.copyOf(parts);
    words = plain.trim().split("\\s+").length;
    hasDate = DATE.matcher(plain).find();
    hasClock = CLOCK.matcher(plain).find();
  }

  private StrftimeTime(List<Part> parts, StrftimeTime like) {
    this.parts = List.copyOf(parts);
    words = like.words;
    hasDate = like.hasDate;
    hasClock = like.hasClock;
  }

  /** Reads one conversion, or what stands between two. */
  private interface Part {
    void read(TextCursor in, TimeParts into);
  }

  /**
   * Reads a format.
   *
   * @param format such as {@code %Y-%m-%dT%H:%M:%S}
   * @return how to read its texts; nothing if it holds a conversion that tells of no time
   */
  public static Optional<StrftimeTime> of(String format) {
    var parts = new ArrayList<Part>();
    String plain = expanded(format);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean isConversion = c == '%' && i + 1 < plain.length();
      i += isConversion ? 1 : 0;
      Optional<Part> part = isConversion ? conversion(plain.charAt(i)) : Optional.of(literal(c));
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(new StrftimeTime(parts, plain));
  }

  /**
   * The same, for texts that may have a fraction of a second at their end.
   *
   * @return another way of writing
   */
  public StrftimeTime withFraction() {
    var more = new ArrayList<>(parts);
    more.add(
        (in, into) -> {
          if (in.skip('.')) {
            into.micros(in.micros());
          }
        });
    return new StrftimeTime(more, this);
  }

  private static String expanded(String format) {
    return format
        .replace("%D", "%m/%d/%y")
        .replace("%F", "%Y-%m-%d")
        .replace("%T", "%H:%M:%S")
        .replace("%R", "%H:%M")
        .replace("%r", "%I:%M:%S %p")
        .replace("%c", "%a %b %e %H:%M:%S %Y")
        .replace("%t", "\t");
  }

  private static Part literal(char c) {
    return c == ' ' || c == '\t' ? (in, into) -> in.expectSpace() : (in, into) -> in.expect(c);
  }

  private static Optional<Part> conversion(char letter) {
    return Optional.ofNullable(CONVERSIONS.get(letter));
  }

  private static void readPaddedDay(TextCursor in, TimeParts into) {
    while (in.skip(' ')) {
      // A day of one digit has a space before it.
    }
    into.day((int) Math.min(in.number(), Integer.MAX_VALUE));
  }

  private static int ofCentury(int year) {
    return year < FIRST_OF_LAST_CENTURY ? 2000 + year : 1900 + year;
  }

  @Override
  public boolean read(ByteSlice text, TimeParts into) {
    var in = new TextCursor(text);
    parts.forEach(part -> part.read(in, into));
    return in.isWholeAndRight();
  }

  @Override
  public int words() {
    return words;
  }

  @Override
  public boolean hasDate() {
    return hasDate;
  }

  @Override
  public boolean hasClock() {
    return hasClock;
  }
}
