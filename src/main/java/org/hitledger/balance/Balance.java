package org.hitledger.balance;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.hitledger.rules.Outcome;

/**
 * How many lines fell into each class, over all files.
 *
 * @param lines every class, with zero for none
 */
public record Balance(Map<Outcome, Long> lines) {

  /** Takes a copy, with every class in it. */
  public Balance {
    var complete = new EnumMap<Outcome, Long>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      complete.put(outcome, lines.getOrDefault(outcome, 0L));
    }
    lines = Collections.unmodifiableMap(complete);
  }

  /**
   * All lines.
   *
   * @return the sum of all classes
   */
  public long linesRead() {
    return lines.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The lines that are no access records.
   *
   * @return this balance with zero for all other classes
   */
  public Balance onlyRejected() {
    var rejected = new EnumMap<Outcome, Long>(Outcome.class);
    rejected.putAll(lines);
    rejected.keySet().removeIf(outcome -> !outcome.isRejected());
    return new Balance(rejected);
  }

  /**
   * The same, if the two sides of the ledger agree: lines are entered under their file and, if they
   * count, once more under their path.
   *
   * @param hits the hits of all paths
   * @return this
   * @throws IllegalStateException if the hits are not the lines counted
   */
  public Balance requireCounted(long hits) {
    if (of(Outcome.COUNTED) != hits) {
      throw new IllegalStateException(
          "the balance does not add up: %d lines counted, but %d hits on paths"
              .formatted(of(Outcome.COUNTED), hits));
    }
    return this;
  }

  /**
   * The lines of one class.
   *
   * @param outcome the class
   * @return how many
   */
  public long of(Outcome outcome) {
    return lines.get(outcome);
  }
}
