package org.hitledger.rules;

import java.util.Arrays;

/**
 * A line that does not count.
 *
 * @param outcome why
 */
public record Uncounted(Outcome outcome) implements Verdict, ClassedLine {
  /** One of each, since most lines of a log end here. */
  private static final Uncounted[] ALL =
      Arrays.stream(Outcome.values()).map(Uncounted::new).toArray(Uncounted[]::new);

  /**
   * The verdict for a reason.
   *
   * @param outcome any class but {@link Outcome#COUNTED}
   * @return the verdict
   */
  static Uncounted because(Outcome outcome) {
    return ALL[outcome.ordinal()];
  }
}
