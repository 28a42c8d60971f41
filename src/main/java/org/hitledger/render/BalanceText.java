package org.hitledger.render;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hitledger.balance.Balance;
import org.hitledger.rules.Outcome;

/** The balance as a few aligned lines. */
public final class BalanceText {
  private BalanceText() {}

  /**
   * Writes the balance out.
   *
   * @param balance lines by class
   * @param classes those to list, in this order; all others have no lines
   * @param files number of files read
   * @param bytes their bytes as stored
   * @param seconds how long the run took
   * @return lines with their ends
   */
  public static String of(
      Balance balance, Set<Outcome> classes, int files, long bytes, double seconds) {
    var rows = new LinkedHashMap<String, String>();
    rows.put("lines read", number(balance.linesRead()));
    for (Outcome outcome : classes) {
      rows.put("  " + outcome.label(), number(balance.of(outcome)));
    }
    rows.put("files", number(files));
    rows.put("bytes", number(bytes));
    rows.put("seconds", String.format(Locale.ROOT, "%,.1f", seconds));
    return aligned(rows);
  }

  private static String aligned(Map<String, String> rows) {
    int names = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    int values = rows.values().stream().mapToInt(String::length).max().orElse(0);
    var text = new StringBuilder();
    rows.forEach(
        (name, value) ->
            text.append(name)
                .append(" ".repeat(names - name.length() + 2 + values - value.length()))
                .append(value)
                .append('\n'));
    return text.toString();
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
