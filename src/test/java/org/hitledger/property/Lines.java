package org.hitledger.property;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Lines at random: well-formed ones, and ones that are well-formed but for a few parts.
 *
 * <p>Without jqwik's edge cases: for so many parts these are too many to be listed, and the
 * likeliest texts of each part are given here anyway.
 */
final class Lines {
  private static final DateTimeFormatter APACHE =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss xx", Locale.ENGLISH);

  private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-30T23:59:59Z");

  private static final int MOST_MINUTES = 18 * 60;

  private Lines() {}

  /** Lines of either format. Their requests and times may still be bad. */
  static Arbitrary<Line> wellFormed() {
    return Arbitraries.oneOf(common(), combined()).withoutEdgeCases();
  }

  /** Those of them that are accesses: their times are times. */
  static Arbitrary<Line> accesses() {
    return Combinators.combine(wellFormed(), time())
        .as((line, time) -> line.with(Field.TIME, time))
        .withoutEdgeCases();
  }

  static Arbitrary<Line> combined() {
    return Combinators.combine(common(), texts(Field.REFERER), texts(Field.AGENT))
        .as(Line::withTail)
        .withoutEdgeCases();
  }

  static Arbitrary<Line> common() {
    return Combinators.combine(
            texts(Field.HOST),
            texts(Field.IDENTITY),
            texts(Field.USER),
            texts(Field.TIME),
            texts(Field.REQUEST),
            texts(Field.STATUS),
            texts(Field.SIZE))
        .as((h, l, u, t, r, s, b) -> Line.of(List.of(h, l, u, t, r, s, b)))
        .withoutEdgeCases();
  }

  /** Lines with something wrong, or nearly wrong, in some fields, gaps, or at the end. */
  static Arbitrary<Line> hostile() {
    return Combinators.combine(wellFormed(), hostileFields(), hostileGaps(), hostileEnd())
        .as((line, fields, gaps, end) -> line.withAll(fields).withGaps(gaps).withAfter(end))
        .withoutEdgeCases();
  }

  /** Whitespace for all gaps of a line. */
  static Arbitrary<List<String>> gaps() {
    return Texts.space().list().ofSize(Field.values().length - 1);
  }

  /** Texts with which a field leaves its line well-formed. */
  static Arbitrary<String> texts(Field field) {
    return switch (field) {
      case HOST, IDENTITY, USER -> Texts.word().ofMaxLength(12);
      case TIME ->
          Arbitraries.frequencyOf(
              Tuple.of(12, time()), Tuple.of(3, nearlyTime()), Tuple.of(1, noTime()));
      case REQUEST -> request();
      case STATUS, SIZE ->
          Arbitraries.frequencyOf(Tuple.of(3, Texts.digits()), Tuple.of(1, Arbitraries.just("-")));
      case REFERER, AGENT -> Texts.bytes().ofMaxLength(12);
    };
  }

  private static Arbitrary<String> time() {
    return Combinators.combine(
            Arbitraries.longs().between(FIRST.getEpochSecond(), LAST.getEpochSecond()),
            Arbitraries.integers().between(-MOST_MINUTES, MOST_MINUTES))
        .as(
            (second, minutes) ->
                APACHE.format(
                    Instant.ofEpochSecond(second)
                        .atOffset(ZoneOffset.ofTotalSeconds(60 * minutes))));
  }

  /** The shape of a time, with numbers around the ends of months, years, days and hours. */
  private static Arbitrary<String> nearlyTime() {
    return Combinators.combine(
            Arbitraries.oneOf(number(0, 32), number(28, 30)),
            Arbitraries.of("Jan", "Feb", "Feb", "Feb", "Apr", "Jun", "Dec", "jan", "Mai"),
            Arbitraries.oneOf(number(0, 9999), number(0, 99).map(century -> 100 * century)),
            number(0, 24),
            number(0, 60),
            number(0, 60),
            number(0, 24),
            number(0, 60))
        .as(
            (day, month, year, hour, minute, second, offsetHour, offsetMinute) ->
                String.format(
                    Locale.ROOT,
                    "%02d/%s/%04d:%02d:%02d:%02d +%02d%02d",
                    day,
                    month,
                    year,
                    hour,
                    minute,
                    second,
                    offsetHour,
                    offsetMinute));
  }

  private static Arbitrary<Integer> number(int least, int most) {
    return Arbitraries.integers().between(least, most);
  }

  /** No bracket in it closes the field. */
  private static Arbitrary<String> noTime() {
    return Texts.bytes().ofMaxLength(28).map(text -> text.replace(']', ')'));
  }

  private static Arbitrary<String> request() {
    return Arbitraries.frequencyOf(Tuple.of(6, threeParts()), Tuple.of(1, words(5)));
  }

  private static Arbitrary<String> threeParts() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just("GET")),
                Tuple.of(1, Texts.method()),
                Tuple.of(1, Texts.requestWord(4))),
            Targets.any(),
            Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just("")), Tuple.of(1, words(3))),
            Arbitraries.frequencyOf(
                Tuple.of(7, Texts.protocol()), Tuple.of(1, Texts.requestWord(8))))
        .as(
            (method, target, more, protocol) ->
                method + " " + target + (more.isEmpty() ? " " : " " + more + " ") + protocol);
  }

  private static Arbitrary<String> words(int most) {
    return Texts.requestWord(6).list().ofMaxSize(most).map(words -> String.join(" ", words));
  }

  private static Arbitrary<Map<Field, String>> hostileFields() {
    return Arbitraries.maps(
            Arbitraries.of(Field.class),
            Arbitraries.oneOf(Texts.bytes().ofMaxLength(12), Texts.structural().ofMaxLength(24)))
        .ofMaxSize(2);
  }

  private static Arbitrary<List<String>> hostileGaps() {
    Arbitrary<String> gap =
        Arbitraries.frequencyOf(
            Tuple.of(24, Arbitraries.just(" ")),
            Tuple.of(6, Texts.space()),
            Tuple.of(1, Texts.structural().ofMaxLength(3)));
    return gap.list().ofMaxSize(Field.values().length - 1);
  }

  private static Arbitrary<String> hostileEnd() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just("")),
        Tuple.of(1, Texts.space()),
        Tuple.of(1, Texts.bytes().ofMaxLength(8)),
        Tuple.of(2, Texts.structural().ofMaxLength(16)));
  }
}
