package org.hitledger.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hitledger.oracle.Oracle;

/** What the oracle makes of a corpus, in the forms in which results are compared. */
public final class Expected {
  private final Oracle oracle;
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, Map<String, Long>> balance = new TreeMap<>();

  /** Nothing yet. */
  public Expected(Oracle oracle) {
    this.oracle = oracle;
  }

  /** Adds the lines of one file. */
  public void add(String file, List<byte[]> lines) {
    Map<String, Long> classes = balance.computeIfAbsent(file, name -> new TreeMap<>());
    for (byte[] line : lines) {
      Oracle.Judgement judgement = oracle.judge(withoutCarriageReturn(line));
      classes.merge(judgement.label(), 1L, Long::sum);
      if (judgement.label().equals("counted")) {
        counts.merge(judgement.path(), 1L, Long::sum);
      }
    }
  }

  /** Adds the line that damage has cut off. */
  public void addDamaged(String file) {
    balance.computeIfAbsent(file, name -> new TreeMap<>()).merge("damaged", 1L, Long::sum);
  }

  /** The line as it is read: one CR before the LF belongs to the line end. */
  static byte[] withoutCarriageReturn(byte[] line) {
    boolean has = line.length > 0 && line[line.length - 1] == '\r';
    return has ? Arrays.copyOf(line, line.length - 1) : line;
  }

  /** The result as tab-separated values, all rows. */
  public String tsv() {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(row -> row.getKey().getBytes(UTF_8), Arrays::compareUnsigned))
        .map(row -> row.getValue() + "\t" + row.getKey() + "\n")
        .collect(Collectors.joining());
  }

  /** Lines by file and class; no zeros. */
  public Map<String, Map<String, Long>> balance() {
    return balance;
  }

  /** Lines by class; no zeros. */
  public Map<String, Long> totals() {
    var totals = new TreeMap<String, Long>();
    balance.values().forEach(classes -> classes.forEach((k, v) -> totals.merge(k, v, Long::sum)));
    return totals;
  }

  /** All lines. */
  public long lines() {
    return totals().values().stream().mapToLong(Long::longValue).sum();
  }
}
