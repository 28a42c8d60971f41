package org.hitledger.app;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hitledger.balance.Balance;
import org.hitledger.balance.Totals;
import org.hitledger.render.BalanceText;
import org.hitledger.rules.Outcome;
import org.hitledger.source.Inputs;

/**
 * What the lines of a run come to, as people and programs are told.
 *
 * @param totals of all lines
 * @param nameOfRows what {@link Totals#rows} counts
 * @param classes those that are listed
 * @param logs what the lines are of
 */
record RunAccount(Totals totals, String nameOfRows, Set<Outcome> classes, Inputs logs) {

  /** The account of what a run has made. */
  static RunAccount of(MadeProduct made, Set<Outcome> classes, Inputs logs) {
    return new RunAccount(made.totals(), made.nameOfRows(), classes, logs);
  }

  Balance balance() {
    return totals.balance();
  }

  /** The balance, for people; it also says how long the run took until now. */
  String text(Instant started) {
    double seconds = Duration.between(started, Instant.now()).toMillis() / 1e3;
    return BalanceText.of(balance(), classes, logs.files().size(), logs.bytes(), seconds);
  }

  /** The numbers, for {@code run.json}. */
  Map<String, Long> numbers() {
    var numbers = new LinkedHashMap<String, Long>();
    numbers.put("lines_read", balance().linesRead());
    classes.forEach(outcome -> numbers.put(outcome.label(), balance().of(outcome)));
    numbers.put(nameOfRows, totals.rows());
    return numbers;
  }
}
