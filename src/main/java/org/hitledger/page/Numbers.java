package org.hitledger.page;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
  private static final double PERCENT = 100.0;

  private Numbers() {}

  /** In full digits. */
  static String full(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A part of a whole in percent; nothing of nothing is 0. */
  static String share(long part, long whole) {
    return oneDigit(percent(part, whole)) + " %";
  }

  static double percent(long part, long whole) {
    return whole == 0 ? 0 : PERCENT * part / whole;
  }

  /** With one digit behind the point. */
  static String oneDigit(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /** How a number has changed, with its sign. */
  static String change(long now, long before) {
    if (now == before) {
      return "±0.0 %";
    }
    return before == 0
        ? "new"
        : String.format(Locale.ROOT, "%+.1f %%", PERCENT * (now - before) / before);
  }
}
