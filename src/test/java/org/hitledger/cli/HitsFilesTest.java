package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.ExpectedHits;
import org.hitledger.testing.Full;
import org.hitledger.testing.HitTable;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many files a table by days has: about one a day, whatever the logs were cut into. */
@Full
class HitsFilesTest {
  private static final int LOGS = 300;
  private static final int LINES_PER_LOG = 37;
  private static final int DAYS = 366;
  private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
  private static final DateTimeFormatter LOGGED =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu", Locale.ENGLISH);

  @Test
  void a_year_in_300_logs_that_hold_any_days_gives_no_storm_of_files(@TempDir Path folder)
      throws IOException {
    var expected = new ExpectedHits(Oracle.withDefaults());
    for (int log = 0; log < LOGS; log++) {
      List<byte[]> lines = lines(log);
      Path file = LogFile.write(folder.resolve("logs/access.log-%d.gz".formatted(log)), lines);
      expected.add("file:" + file, lines);
    }
    Path results = folder.resolve("results");
    CommandRun run = CommandRun.of("hits", "--output", results, folder.resolve("logs"));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(parquetFiles(results)).hasSizeBetween(DAYS, DAYS + 20);
    expected.requireSameRows(new HitTable(results));
  }

  /** Each log has some 37 days of the whole year, and all logs together each day often. */
  private static List<byte[]> lines(int log) {
    return IntStream.range(0, LINES_PER_LOG)
        .mapToObj(line -> FIRST.plusDays(((long) log * LINES_PER_LOG + line * 11L) % DAYS))
        .map(
            day ->
                "h - - [%s:12:00:00 +0000] \"GET /book/x HTTP/1.1\" 200 %d"
                    .formatted(LOGGED.format(day), log))
        .map(line -> line.getBytes(UTF_8))
        .toList();
  }

  private static List<Path> parquetFiles(Path results) throws IOException {
    try (Stream<Path> files = Files.walk(results.resolve("hits"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
  }
}
