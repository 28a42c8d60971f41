package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hits by period, against labels that java.time formats and starts that are searched for. */
@Full
class ByPeriodTest {
  private static final DateTimeFormatter APACHE =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  private static final Map<String, DateTimeFormatter> LABELS =
      Map.of(
          "hour",
              new DateTimeFormatterBuilder()
                  .appendPattern("uuuu-MM-dd'T'HH:00")
                  .appendOffsetId()
                  .toFormatter(Locale.ROOT),
          "day", DateTimeFormatter.ofPattern("uuuu-MM-dd"),
          "month", DateTimeFormatter.ofPattern("uuuu-MM"));

  /** Clocks in Berlin and New York are changed, both ways, and a year ends. */
  private static final List<Instant> MOMENTS =
      List.of(
          Instant.parse("2012-03-25T01:00:00Z"),
          Instant.parse("2012-10-28T01:00:00Z"),
          Instant.parse("2012-03-11T07:00:00Z"),
          Instant.parse("2012-11-04T06:00:00Z"),
          Instant.parse("2013-01-01T00:00:00Z"));

  @TempDir Path folder;

  /** Every seven minutes around each moment, in no order. */
  private static List<Instant> times() {
    var times = new ArrayList<Instant>();
    for (Instant moment : MOMENTS) {
      for (long minute = -30 * 60; minute < 30 * 60; minute += 7) {
        times.add(moment.plus(Duration.ofMinutes(minute)));
      }
      times.add(moment.minusSeconds(1));
      times.add(moment);
    }
    Collections.shuffle(times, new Random(12));
    return times;
  }

  private static String path(Instant time) {
    return "/book/" + "aabc".charAt((int) (time.getEpochSecond() / 60 % 4));
  }

  private static byte[] line(Instant time, String path) {
    ZoneOffset logged = ZoneOffset.ofHours((int) (time.getEpochSecond() / 60 % 12) - 6);
    return "1.2.3.4 - - [%s] \"GET %s HTTP/1.1\" 200 5"
        .formatted(APACHE.format(time.atOffset(logged)), path)
        .getBytes(UTF_8);
  }

  private CommandRun count(Object... options) {
    var words = new ArrayList<Object>(List.of("count", "--output", folder.resolve("results")));
    words.addAll(List.of(options));
    words.add(folder.resolve("logs"));
    CommandRun run = CommandRun.of(words.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private List<String> parquet(String columns) {
    return DuckDb.rows(
        "SELECT %s FROM '%s/path_counts/*.parquet'".formatted(columns, folder.resolve("results")));
  }

  private void writeLogs() {
    List<byte[]> lines = times().stream().map(time -> line(time, path(time))).toList();
    LogFile.write(folder.resolve("logs/a.gz"), lines.subList(0, 1_500));
    LogFile.write(folder.resolve("logs/b.gz"), lines.subList(1_500, lines.size()));
  }

  private record Row(Instant start, String period, String path, long count) {}

  /** All rows, in their order. */
  private static List<Row> expected(String unit, ZoneId zone) {
    DateTimeFormatter label = LABELS.get(unit);
    Map<String, Instant> starts = starts(label, zone);
    Map<String, Map<String, Long>> counts = new HashMap<>();
    for (Instant time : times()) {
      counts
          .computeIfAbsent(label.format(time.atZone(zone)), period -> new TreeMap<>())
          .merge(path(time), 1L, Long::sum);
    }
    return counts.entrySet().stream()
        .flatMap(
            period ->
                period.getValue().entrySet().stream()
                    .map(
                        path ->
                            new Row(
                                starts.get(period.getKey()),
                                period.getKey(),
                                path.getKey(),
                                path.getValue())))
        .sorted(
            Comparator.comparing(Row::start)
                .thenComparing(Row::count, Comparator.reverseOrder())
                .thenComparing(Row::path))
        .toList();
  }

  /** The first quarter of an hour with each label, out of all of a year and a half. */
  private static Map<String, Instant> starts(DateTimeFormatter label, ZoneId zone) {
    var starts = new HashMap<String, Instant>();
    Instant end = Instant.parse("2013-02-02T00:00:00Z");
    for (Instant time = Instant.parse("2012-01-31T00:00:00Z");
        time.isBefore(end);
        time = time.plus(Duration.ofMinutes(15))) {
      starts.putIfAbsent(label.format(time.atZone(zone)), time);
    }
    return starts;
  }

  @ParameterizedTest
  @CsvSource({
    "hour, Europe/Berlin",
    "hour, America/New_York",
    "hour, Asia/Kolkata",
    "hour, UTC",
    "day, Europe/Berlin",
    "day, America/New_York",
    "day, Asia/Kolkata",
    "month, America/New_York",
    "month, Asia/Kolkata",
    "month, +01:00"
  })
  void hits_are_in_the_period_that_a_clock_in_the_zone_shows(String unit, String zone) {
    writeLogs();
    List<Row> expected = expected(unit, ZoneId.of(zone));

    CommandRun run = count("--by", unit, "--zone", zone, "--top", "all", "--format", "tsv");

    assertThat(run.out().lines())
        .containsExactlyElementsOf(
            expected.stream()
                .map(row -> row.period() + "\t" + row.count() + "\t" + row.path())
                .toList());
    assertThat(parquet("period, epoch_us(period_start), path, count"))
        .containsExactlyElementsOf(
            expected.stream()
                .map(
                    row ->
                        String.join(
                            "\t",
                            row.period(),
                            row.start().getEpochSecond() + "000000",
                            row.path(),
                            Long.toString(row.count())))
                .toList());
    assertThat(run.err())
        .containsPattern("(?m)^  counted +%,d$".formatted(times().size()))
        .containsPattern("(?m)^lines read +%,d$".formatted(times().size()));
  }

  @Test
  void both_hours_stay_apart_when_clocks_are_put_back() {
    LogFile.write(
        folder.resolve("logs/a.gz"),
        List.of(
            line(Instant.parse("2012-10-28T00:30:00Z"), "/book/x"),
            line(Instant.parse("2012-10-28T01:30:00Z"), "/book/x"),
            line(Instant.parse("2012-10-28T02:30:00Z"), "/book/x")));
    assertThat(count("--by", "hour", "--zone", "Europe/Berlin", "--format", "tsv").out())
        .isEqualTo(
            """
            2012-10-28T02:00+02:00\t1\t/book/x
            2012-10-28T02:00+01:00\t1\t/book/x
            2012-10-28T03:00+01:00\t1\t/book/x
            """);
  }

  @Test
  void the_top_is_that_of_each_period() throws IOException {
    writeLogs();
    String all =
        expected("month", ZoneOffset.UTC).stream()
            .collect(Collectors.groupingBy(Row::start, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .flatMap(rows -> rows.stream().limit(2))
            .map(row -> "%s\t%d\t%s\n".formatted(row.period(), row.count(), row.path()))
            .collect(Collectors.joining());
    CommandRun run = count("--by", "month", "--top", "2", "--format", "tsv");
    assertThat(run.out()).isEqualTo(all).hasLineCount(10);
    assertThat(Files.readString(folder.resolve("results/run.json")))
        .contains("\"by\" : \"month\"")
        .contains("\"zone\" : \"UTC\"")
        .contains("\"rows\" : 15")
        .doesNotContain("\"paths\"");
  }

  private void writeThree() {
    Instant first = Instant.parse("2012-05-31T23:59:59Z");
    LogFile.write(
        folder.resolve("logs/a.gz"),
        List.of(
            line(first, "/book/x"),
            line(first.plusSeconds(1), "/book/\u001by"),
            line(first.plusSeconds(2), "/book/\u001by"),
            line(first.plusSeconds(3), "/book/x"),
            "junk".getBytes(UTF_8)));
  }

  @Test
  void the_table_has_a_column_for_the_period() {
    writeThree();
    assertThat(count("--by", "day").out())
        .isEqualTo(
            """
            period      count  path
            2012-05-31      1  /book/x
            2012-06-01      2  /book/\\x1By
            2012-06-01      1  /book/x
            """);
  }

  @Test
  void json_has_the_period_in_each_object() throws IOException {
    writeThree();
    String json = count("--by", "hour", "--zone", "+05:30", "--format", "json").out();
    assertThat(json)
        .contains(
            "{\"period\":\"2012-06-01T05:00+05:30\",\"path\":\"/book/\\u001By\",\"count\":2}");
    assertThat(new ObjectMapper().readTree(json)).hasSize(2);
  }

  @Test
  void the_schema_has_a_real_timestamp_and_without_periods_nothing_of_them() {
    writeThree();
    String types =
        "SELECT column_name, column_type FROM (DESCRIBE FROM '%s/path_counts/*.parquet')";
    count("--by", "day");
    assertThat(DuckDb.rows(types.formatted(folder.resolve("results"))))
        .containsExactly(
            "period\tVARCHAR",
            "period_start\tTIMESTAMP WITH TIME ZONE",
            "path\tVARCHAR",
            "count\tBIGINT");
    count("--overwrite");
    assertThat(DuckDb.rows(types.formatted(folder.resolve("results"))))
        .containsExactly("path\tVARCHAR", "count\tBIGINT");
  }

  @Test
  void the_first_and_the_last_year_of_a_log_are_written_as_they_are() {
    ZonedDateTime first = ZonedDateTime.parse("0001-01-01T00:00:00Z");
    ZonedDateTime last = ZonedDateTime.parse("9999-12-31T23:59:59Z");
    LogFile.write(
        folder.resolve("logs/a.gz"),
        List.of(
            line("01/Jan/0001:00:00:00 +0000"),
            line("14/Jul/1789:12:00:00 +0000"),
            line("31/Dec/9999:23:59:59 +0000")));
    count("--by", "day");
    assertThat(parquet("period, epoch_us(period_start)"))
        .containsExactly(
            "0001-01-01\t" + first.toEpochSecond() + "000000",
            "1789-07-14\t" + Instant.parse("1789-07-14T00:00:00Z").getEpochSecond() + "000000",
            "9999-12-31\t"
                + last.toLocalDate().atStartOfDay(ZoneOffset.UTC).toEpochSecond()
                + "000000");
  }

  private static byte[] line(String time) {
    return ("::1 - - [" + time + "] \"GET /book/x HTTP/1.1\" 200 5").getBytes(UTF_8);
  }

  /** More than the driver holds at a time. */
  @Test
  void rows_by_the_hundred_thousand_come_in_order_too() {
    int pathsADay = 70_000;
    Instant noon = Instant.parse("2012-06-01T12:00:00Z");
    var lines = new ArrayList<byte[]>();
    var all = new ArrayList<String>();
    var top = new ArrayList<String>();
    for (int day = 0; day < 2; day++) {
      for (int i = 0; i < pathsADay; i++) {
        String path = "/book/%05d".formatted(i);
        lines.add(line(noon.plus(Duration.ofDays(day)), path));
        String row = "2012-06-0%d\t1\t%s".formatted(day + 1, path);
        all.add(row);
        if (i < 3) {
          top.add(row);
        }
      }
    }
    Collections.shuffle(lines, new Random(12));
    LogFile.write(folder.resolve("logs/a.gz"), lines);

    CommandRun everything = count("--by", "day", "--top", "all", "--format", "tsv");
    assertThat(everything.out().lines().toList()).isEqualTo(all);
    CommandRun three = count("--overwrite", "--by", "day", "--top", "3", "--format", "tsv");
    assertThat(three.out().lines().toList()).isEqualTo(top);
  }

  @Test
  void no_hits_are_no_periods() {
    LogFile.write(folder.resolve("logs/a.gz"), List.of(line(Instant.EPOCH, "/elsewhere/x")));
    assertThat(count("--by", "hour").out()).isEqualTo("no hits\n");
    assertThat(parquet("period")).isEmpty();
  }
}
