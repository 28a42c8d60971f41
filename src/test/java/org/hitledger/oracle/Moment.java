package org.hitledger.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of a line, {@code dd/Mon/yyyy:HH:MM:SS +HHMM}; perhaps with a fraction of a second.
 *
 * <p>The definitions do not say how long a fraction is, nor what is on its left. Here it is a dot
 * and one digit or more, right behind the second. It is cut off behind the microsecond and not
 * rounded, so that it never moves a hit to the next second. Second 60 may have a fraction as well.
 *
 * @param instant to the microsecond
 * @param offset as it is written
 */
record Moment(Instant instant, String offset) {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /** A second 60 is let pass in any minute: which minutes had one is no matter of a calendar. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?<day>\\d\\d)/(?<month>"
              + String.join("|", MONTHS)
              + ")/(?<year>(?!0000)\\d{4})"
              + ":(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)"
              + "(?:\\.(?<fraction>\\d+))?"
              + " (?<offset>[+-](?<hours>[01]\\d|2[0-3])(?<minutes>[0-5]\\d))");

  /** The moment that a text names, if it is a time. */
  static Optional<Moment> of(String text) {
    Matcher time = TIME.matcher(text);
    return time.matches() && month(time).isValidDay(number(time, "day"))
        ? Optional.of(new Moment(instant(time), time.group("offset")))
        : Optional.empty();
  }

  /** Offsets go further than those of java.time, which is why they are subtracted by hand. */
  private static Instant instant(Matcher time) {
    Duration offset = Duration.ofHours(number(time, "hours")).plusMinutes(number(time, "minutes"));
    Instant asIfUtc = local(time).toInstant(ZoneOffset.UTC);
    return time.group("offset").startsWith("+") ? asIfUtc.minus(offset) : asIfUtc.plus(offset);
  }

  /** Seconds are added to the minute, so that the 60th is the first one of the next minute. */
  private static LocalDateTime local(Matcher time) {
    return month(time)
        .atDay(number(time, "day"))
        .atTime(number(time, "hour"), number(time, "minute"))
        .plusSeconds(number(time, "second"))
        .plus(fraction(time));
  }

  private static Duration fraction(Matcher time) {
    String digits = Optional.ofNullable(time.group("fraction")).orElse("") + "000000";
    return Duration.ofNanos(1_000L * Integer.parseInt(digits.substring(0, 6)));
  }

  private static YearMonth month(Matcher time) {
    return YearMonth.of(number(time, "year"), 1 + MONTHS.indexOf(time.group("month")));
  }

  private static int number(Matcher time, String group) {
    return Integer.parseInt(time.group(group));
  }
}
