package org.hitledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTest {
  private static final LocalDateTime FIRST = LocalDateTime.of(2012, 2, 28, 22, 0);
  private static final int PARTS = 40;

  private static Series of(List<LocalDateTime> hours) {
    var series = new Series();
    hours.forEach(hour -> series.add(Grain.hour(hour)));
    return series;
  }

  private static Series copy(Series series) {
    var bytes = new Output(64, Integer.MAX_VALUE);
    series.write(bytes);
    return Series.read(new Input(bytes.toBytes()));
  }

  @ParameterizedTest
  @CsvSource({
    "167, HOURS, 2012-03-06T21:00",
    "168, DAYS, 2012-03-06",
    "17_975, DAYS, 2014-03-18",
    "17_998, MONTHS, 2014-03",
    "60_000_000, MONTHS, 8856-12"
  })
  void it_is_as_fine_as_the_time_from_its_first_access_to_its_last_allows(
      String hours, Grain grain, String last) {
    LocalDateTime end = FIRST.plusHours(Long.parseLong(hours.replace("_", "")));
    Series series = copy(of(List.of(end, FIRST, end)));
    assertThat(series.busiest()).isEqualTo(last);
    assertThat(Grain.valueOf(grain.name()).label(0)).hasSameSizeAs(last);
    long[] parts = series.parts(series, PARTS);
    assertThat(parts[0]).isEqualTo(1);
    assertThat(parts[parts.length - 1]).isEqualTo(2);
    assertThat(LongStream.of(parts).sum()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"5", "100", "2_000", "40_000"})
  void it_is_the_same_in_any_order_and_in_any_pieces(String hours) {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("SeriesTest: -Dhitledger.seed=" + seed);
    var random = new Random(seed);
    int span = Integer.parseInt(hours.replace("_", ""));
    List<LocalDateTime> accesses = new ArrayList<>();
    random.ints(500, 0, span).forEach(hour -> accesses.add(FIRST.plusHours(hour)));
    Series whole = of(accesses);
    Collections.shuffle(accesses, random);
    int cut = random.nextInt(accesses.size());
    Series part = of(accesses.subList(0, cut));
    Series rest = of(accesses.subList(cut, accesses.size()));
    Series joined = copy(part).addAll(copy(rest));
    assertThat(joined.parts(whole, PARTS)).isEqualTo(whole.parts(whole, PARTS));
    assertThat(joined.busiest()).isEqualTo(whole.busiest());
    assertThat(sums(part.parts(whole, PARTS), rest.parts(whole, PARTS)))
        .isEqualTo(whole.parts(whole, PARTS));
  }

  private static long[] sums(long[] some, long[] others) {
    return LongStream.range(0, some.length).map(i -> some[(int) i] + others[(int) i]).toArray();
  }

  @Test
  void a_part_lies_in_the_time_of_the_whole() {
    LocalDateTime end = FIRST.plusHours(79);
    Series whole = of(List.of(FIRST, FIRST.plusHours(40), end));
    long[] parts = of(List.of(FIRST.plusHours(40))).parts(whole, PARTS);
    assertThat(Duration.between(FIRST, end).toHours()).isEqualTo(2 * PARTS - 1L);
    assertThat(parts).hasSize(PARTS);
    assertThat(parts[20]).isEqualTo(1);
    assertThat(LongStream.of(parts).sum()).isEqualTo(1);
  }

  @Test
  void few_periods_have_few_parts() {
    Series whole = of(List.of(FIRST, FIRST.plus(2, ChronoUnit.HOURS)));
    assertThat(whole.parts(whole, PARTS)).containsExactly(1, 0, 1);
  }

  @Test
  void nothing_is_empty() {
    assertThat(new Series().isEmpty()).isTrue();
    assertThat(of(List.of(FIRST)).isEmpty()).isFalse();
  }
}
