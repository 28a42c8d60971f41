package org.hitledger.report;

import java.util.Locale;
import org.hitledger.rules.Balance;
import org.hitledger.rules.Outcome;

/** The balance as a few aligned lines. */
public final class BalanceText {
  private BalanceText() {}

  /**
   * Writes the balance out.
   *
   * @param balance lines by class
   * @param files number of files read
   * @param bytes their bytes as stored
   * @param seconds how long the run took
   * @return lines with their ends
   */
  public static String of(Balance balance, int files, long bytes, double seconds) {
    int width = number(balance.linesRead()).length();
    var text = new StringBuilder();
    append(text, "lines read", balance.linesRead(), width);
    for (Outcome outcome : Outcome.values()) {
      append(text, "  " + outcome.label(), balance.of(outcome), width);
    }
    return text.append(
            "files %s, bytes %s, seconds %.1f%n".formatted(number(files), number(bytes), seconds))
        .toString();
  }

  private static void append(StringBuilder text, String name, long lines, int width) {
    text.append("%-29s %%%ds%%n".formatted(name, width).formatted(number(lines)));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
