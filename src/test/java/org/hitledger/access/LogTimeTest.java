package org.hitledger.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.testing.Cases;
import org.junit.jupiter.api.Test;

class LogTimeTest {
  private static final DateTimeFormatter APACHE =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss xx", Locale.ENGLISH);
  private static final long YEARS_1_TO_9999_IN_DAYS = 3_652_059;

  @Test
  void gives_the_moment_that_the_calendar_gives() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("LogTimeTest: -Dhitledger.seed=" + seed);
    var random = new SplittableRandom(seed);
    OffsetDateTime first = OffsetDateTime.parse("0001-01-01T00:00:00Z");
    for (int i = 0; i < Cases.TIMES.count(); i++) {
      OffsetDateTime time =
          first
              .plusDays(random.nextLong(YEARS_1_TO_9999_IN_DAYS))
              .plusSeconds(random.nextInt(86_400))
              .withOffsetSameLocal(
                  java.time.ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1)));
      assertThat(LogTime.parse(ByteSlice.of(APACHE.format(time).getBytes(US_ASCII))))
          .as(time.toString())
          .contains(new LogTime(time.toEpochSecond(), 0, time.getOffset().getTotalSeconds() / 60));
    }
  }
}
