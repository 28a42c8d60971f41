package org.hitledger.testing;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hits of a result folder, as a program reads them that shares no code with the job. */
public final class HitTable {
  private final Path folder;

  /** The table in a result folder. */
  public HitTable(Path folder) {
    this.folder = folder;
  }

  /** The table in a FROM clause, with dates as they are written in the names of folders. */
  public String from() {
    return "read_parquet('%s/hits/*/*.parquet', hive_partitioning = true, hive_types_autocast = 0)"
        .formatted(folder);
  }

  /** All rows, a moment as {@link Instant#toString} writes it, and no entry for a null. */
  public List<Map<String, String>> rows() {
    return DuckDb.records("SELECT * REPLACE (epoch_us(time) AS time) FROM " + from()).stream()
        .map(HitTable::withMoment)
        .toList();
  }

  private static Map<String, String> withMoment(Map<String, String> row) {
    var copy = new LinkedHashMap<>(row);
    copy.computeIfPresent(
        "time",
        (column, micros) ->
            Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS).toString());
    return copy;
  }

  /** Rows that only one of two sides has: what it has them more often, and where pairs differ. */
  public static List<String> differences(
      List<Map<String, String>> expected, List<Map<String, String>> found) {
    List<Map<String, String>> missing = without(expected, found);
    List<Map<String, String>> surplus = without(found, expected);
    int pairs = Math.min(missing.size(), surplus.size());
    return Stream.of(
            Stream.iterate(0, i -> i < pairs, i -> i + 1)
                .map(i -> pair(missing.get(i), surplus.get(i))),
            missing.stream().skip(pairs).map(row -> "\nmissing " + visible(row)),
            surplus.stream().skip(pairs).map(row -> "\nsurplus " + visible(row)))
        .flatMap(texts -> texts)
        .toList();
  }

  private static List<Map<String, String>> without(
      List<Map<String, String>> rows, List<Map<String, String>> others) {
    Map<Map<String, String>, Long> left =
        others.stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
    return rows.stream()
        .filter(row -> left.merge(row, -1L, Long::sum) < 0)
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  private static String pair(Map<String, String> missing, Map<String, String> surplus) {
    return "\nexpected %s but found %s in %s"
        .formatted(
            visible(only(missing, surplus)), visible(only(surplus, missing)), visible(missing));
  }

  private static Map<String, String> only(Map<String, String> row, Map<String, String> other) {
    return row.entrySet().stream()
        .filter(cell -> !cell.getValue().equals(other.get(cell.getKey())))
        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String visible(Map<String, String> row) {
    return row.toString()
        .codePoints()
        .mapToObj(c -> c >= ' ' && c <= '~' ? Character.toString(c) : "\\u{%x}".formatted(c))
        .collect(Collectors.joining());
  }
}
