package org.hitledger.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where clocks are changed by half an hour, at midnight, after it, or over a whole day. */
class PeriodsTest {
  private static final long HOURS = 3_600;

  /** Around the moments at which a zone changed its clocks in some years, in no order. */
  private static List<Long> probes(ZoneId zone, int year) {
    var random = new Random(year);
    long start = epochSecond(year, 1);
    long end = epochSecond(year + 2, 1);
    LongStream changes =
        LongStream.iterate(start, second -> second < end, second -> second + HOURS / 4)
            .filter(second -> !offset(second, zone).equals(offset(second + HOURS / 4, zone)));
    return LongStream.concat(changes, LongStream.of(epochSecond(year + 1, 1)))
        .flatMap(change -> random.longs(100, change - 30 * HOURS, change + 30 * HOURS))
        .boxed()
        .toList();
  }

  private static long epochSecond(int year, int month) {
    return LocalDate.of(year, month, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }

  private static ZoneOffset offset(long second, ZoneId zone) {
    return at(second, zone).getOffset();
  }

  private static ZonedDateTime at(long second, ZoneId zone) {
    return Instant.ofEpochSecond(second).atZone(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2012",
    "America/New_York, 2012",
    "Asia/Kolkata, 2012",
    "Australia/Lord_Howe, 2012",
    "America/St_Johns, 2009",
    "America/Havana, 2012",
    "America/Sao_Paulo, 2012",
    "Pacific/Apia, 2011",
    "Asia/Kathmandu, 1985",
    "America/Caracas, 2007",
    "UTC, 2012"
  })
  void a_period_starts_when_clocks_or_calendars_first_show_it(ZoneId zone, int year) {
    var hours = new Periods(Unit.HOUR, zone);
    var days = new Periods(Unit.DAY, zone);
    var months = new Periods(Unit.MONTH, zone);
    LongUnaryOperator hourStarts = hours.starts();
    LongUnaryOperator dayStarts = days.starts();
    LongUnaryOperator monthStarts = months.starts();
    for (long second : probes(zone, year)) {
      ZonedDateTime local = at(second, zone);
      requireHour(hourStarts.applyAsLong(second), second, hours);
      requireDay(dayStarts.applyAsLong(second), local);
      assertThat(days.label(dayStarts.applyAsLong(second)))
          .isEqualTo(local.toLocalDate().toString());
      long month = monthStarts.applyAsLong(second);
      assertThat(months.label(month)).isEqualTo(local.toLocalDate().toString().substring(0, 7));
      assertThat(month).isEqualTo(dayStarts.applyAsLong(local.withDayOfMonth(1).toEpochSecond()));
    }
  }

  /** It shows the hour and the offset of the moment, and a second earlier it does not. */
  private static void requireHour(long start, long second, Periods hours) {
    ZoneId zone = hours.zone();
    assertThat(hourOf(start, zone)).isEqualTo(hourOf(second, zone));
    assertThat(hourOf(start - 1, zone)).isNotEqualTo(hourOf(second, zone));
    assertThat(start).isBetween(second - HOURS + 1, second);
    assertThat(hours.label(start)).startsWith(hourOf(second, zone).substring(0, 13));
    assertThat(hours.label(start)).endsWith(offset(second, zone).toString());
  }

  private static String hourOf(long second, ZoneId zone) {
    return at(second, zone).toString().substring(0, 13) + offset(second, zone);
  }

  /** It is of the date, and no minute in the two days before is. */
  private static void requireDay(long start, ZonedDateTime local) {
    LocalDate date = local.toLocalDate();
    assertThat(at(start, local.getZone()).toLocalDate()).isEqualTo(date);
    assertThat(
            LongStream.rangeClosed(1, 48 * 60)
                .map(minute -> start - minute * 60)
                .filter(second -> at(second, local.getZone()).toLocalDate().equals(date)))
        .isEmpty();
  }

  @Test
  void hours_that_a_change_cuts_start_with_the_change() {
    var hours = new Periods(Unit.HOUR, ZoneId.of("Australia/Lord_Howe"));
    LongUnaryOperator starts = hours.starts();
    assertThat(
            LongStream.of(
                    second("2012-03-31T14:50:00Z"),
                    second("2012-03-31T15:10:00Z"),
                    second("2012-10-06T15:20:00Z"),
                    second("2012-10-06T15:40:00Z"))
                .map(starts)
                .mapToObj(hours::label))
        .containsExactly(
            "2012-04-01T01:00+11:00",
            "2012-04-01T01:30+10:30",
            "2012-10-07T01:00+10:30",
            "2012-10-07T02:30+11:00");
  }

  private static long second(String time) {
    return Instant.parse(time).getEpochSecond();
  }

  @ParameterizedTest
  @ValueSource(longs = {-62_135_596_800L, -1, 0, 1, 253_402_300_799L})
  void any_second_of_a_log_has_its_periods(long second) {
    for (String zone : List.of("UTC", "Europe/Amsterdam", "America/New_York", "-18:00")) {
      for (Unit unit : Unit.values()) {
        var periods = new Periods(unit, ZoneId.of(zone));
        long start = periods.starts().applyAsLong(second);
        assertThat(start).isBetween(second - 31 * 24 * HOURS, second);
        assertThat(periods.starts().applyAsLong(start)).isEqualTo(start);
        assertThat(periods.label(start))
            .startsWith(at(second, ZoneId.of(zone)).toLocalDate().toString().substring(0, 7));
      }
    }
  }

  @Test
  void an_undivided_time_starts_at_0() {
    assertThat(AllTime.INSTANCE.starts().applyAsLong(1_338_603_475)).isZero();
  }
}
