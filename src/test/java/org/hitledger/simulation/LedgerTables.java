package org.hitledger.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hitledger.testing.DuckDb;

/** A ledger as its readers find it: with a program that shares no code with the job. */
final class LedgerTables {
  private static final String HITS = "segments/*/hits/*/*.parquet";

  private final LedgerPlace place;
  private final Path ledger;

  LedgerTables(LedgerPlace place) {
    this.place = place;
    this.ledger = place.local();
  }

  /** All rows, sorted, with the columns that {@link LineMaker} tells. */
  List<String> rows() {
    return hasAny("hits")
        ? DuckDb.rows(
                "SELECT epoch(time)::BIGINT, host, status, path, query, user_agent, outcome FROM "
                    + from(ledger.resolve(HITS)))
            .stream()
            .sorted()
            .toList()
        : List.of();
  }

  /** Lines by class, over all segments. */
  Map<String, Long> balance() {
    return hasAny("balance")
        ? DuckDb.rows(
                "SELECT outcome, sum(lines)::BIGINT FROM read_parquet('%s') GROUP BY outcome"
                    .formatted(ledger.resolve("segments/*/balance/*.parquet")))
            .stream()
            .map(row -> row.split("\t", -1))
            .collect(
                Collectors.toMap(
                    row -> row[0], row -> Long.parseLong(row[1]), Long::sum, TreeMap::new))
        : Map.of();
  }

  /** Rows that only one of the ledger and a folder of results has, but for where they stood. */
  List<String> differencesTo(Path results) {
    String mine = "SELECT * EXCLUDE (file) FROM " + from(ledger.resolve(HITS));
    String theirs = "SELECT * EXCLUDE (file) FROM " + from(results.resolve("hits/*/*.parquet"));
    return DuckDb.rows(
        "(%1$s EXCEPT ALL %2$s) UNION ALL BY NAME (%2$s EXCEPT ALL %1$s)".formatted(mine, theirs));
  }

  /** What has no place in a ledger where nobody is at work. */
  List<String> strangers() {
    return files().keySet().stream()
        .filter(
            name ->
                !name.matches(
                    "\\.lock|ledger\\.json"
                        + "|segments/\\d{6}/(run\\.json|(hits/date=[-\\d]+|balance|rejects)/[^/]+\\.parquet)"))
        .toList();
  }

  /** All files by name, each with its bytes as text. */
  Map<String, String> files() {
    return walk()
        .filter(Files::isRegularFile)
        .collect(
            Collectors.toMap(
                file -> ledger.relativize(file).toString(),
                LedgerTables::content,
                (one, other) -> one,
                TreeMap::new));
  }

  private boolean hasAny(String table) {
    return walk()
        .anyMatch(
            file ->
                ledger
                    .relativize(file)
                    .toString()
                    .matches("segments/\\d+/" + table + "/.*parquet"));
  }

  private Stream<Path> walk() {
    place.fetch();
    if (!Files.exists(ledger)) {
      return Stream.of();
    }
    try (Stream<Path> all = Files.walk(ledger)) {
      return all.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String from(Path glob) {
    return "read_parquet('%s', hive_partitioning = true, hive_types_autocast = 0)".formatted(glob);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
