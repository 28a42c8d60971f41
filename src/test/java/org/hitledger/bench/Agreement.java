package org.hitledger.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What all have counted: the same, but for those that are not exact, of which it says how far off.
 */
final class Agreement {
  /** By their number of lines: corpora with as many hold the same ones. */
  private final Map<Long, List<String>> exact = new HashMap<>();

  private final Map<Counter, List<String>> inexact = new HashMap<>();
  private final Set<Counter> right = new HashSet<>();

  /**
   * Takes somebody's counts.
   *
   * @throws IllegalStateException if an exact program counts what another one does not
   */
  void add(Corpus corpus, Contestant contestant, List<String> rows) {
    List<String> sorted = rows.stream().sorted().toList();
    if (contestant.isExact()) {
      requireSame(sorted, corpus, contestant);
      right.add(new Counter(corpus, contestant.label()));
    } else {
      inexact.put(new Counter(corpus, contestant.label()), sorted);
    }
  }

  /**
   * How many hits a program has too many or too few, of all paths together; nothing where nobody
   * exact has counted, or it has not.
   */
  OptionalLong hitsOff(Corpus corpus, String label) {
    var counter = new Counter(corpus, label);
    if (right.contains(counter)) {
      return OptionalLong.of(0);
    }
    return inexact.containsKey(counter) && exact.containsKey(corpus.lines())
        ? OptionalLong.of(distance(inexact.get(counter), exact.get(corpus.lines())))
        : OptionalLong.empty();
  }

  private static long distance(List<String> some, List<String> others) {
    return Stream.concat(
            some.stream().map(row -> Hits.of(row, 1)), others.stream().map(row -> Hits.of(row, -1)))
        .collect(groupingBy(Hits::path, summingLong(Hits::number)))
        .values()
        .stream()
        .mapToLong(Math::abs)
        .sum();
  }

  private void requireSame(List<String> sorted, Corpus corpus, Contestant contestant) {
    List<String> others = exact.computeIfAbsent(corpus.lines(), lines -> sorted);
    if (!sorted.equals(others)) {
      var added = new ArrayList<>(sorted);
      added.removeAll(others);
      var lost = new ArrayList<>(others);
      lost.removeAll(sorted);
      throw new IllegalStateException(
          "%s counts %s differently: %s instead of %s"
              .formatted(contestant.label(), corpus.label(), first(added), first(lost)));
    }
  }

  private static List<String> first(List<String> rows) {
    return rows.subList(0, Math.min(3, rows.size()));
  }

  private record Counter(Corpus corpus, String label) {}

  private record Hits(String path, long number) {
    static Hits of(String row, int sign) {
      int tab = row.indexOf('\t');
      return new Hits(row.substring(tab + 1), sign * Long.parseLong(row.substring(0, tab)));
    }
  }
}
