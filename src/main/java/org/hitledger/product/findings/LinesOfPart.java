package org.hitledger.product.findings;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.hitledger.rules.Outcome;

/**
 * How many lines a part of a file has.
 *
 * @param part which
 * @param lines by class, those with any
 */
public record LinesOfPart(PartFinding.Part part, Map<Outcome, Long> lines) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Takes a copy. */
  public LinesOfPart {
    var copy = new EnumMap<Outcome, Long>(Outcome.class);
    copy.putAll(lines);
    lines = Collections.unmodifiableMap(copy);
  }

  /** How many lines there are, without those that are blank or set apart. */
  static long meantAsAccesses(Map<Outcome, Long> lines) {
    return lines.entrySet().stream()
        .filter(entry -> entry.getKey() != Outcome.BLANK && entry.getKey() != Outcome.HEADER)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
