package org.hitledger.rules;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

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
   * The lines of one class.
   *
   * @param outcome the class
   * @return how many
   */
  public long of(Outcome outcome) {
    return lines.get(outcome);
  }
}
