package org.hitledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hitledger.oracle.HitOracle;
import org.hitledger.oracle.Oracle;

/** What the oracle makes of a corpus line by line. */
public final class ExpectedHits {
  /** As many as can be read. */
  private static final int DIFFERENCES = 20;

  private final HitOracle oracle;
  private final Expected lines;
  private final List<Map<String, String>> rows = new ArrayList<>();

  /** Nothing yet. */
  public ExpectedHits(Oracle oracle) {
    this.oracle = new HitOracle(oracle);
    this.lines = new Expected(oracle);
  }

  /** Adds the lines of one file. */
  public void add(String file, List<byte[]> records) {
    lines.add(file, records);
    records.stream()
        .map(Expected::withoutCarriageReturn)
        .flatMap(line -> oracle.row(line, file).stream())
        .forEach(rows::add);
  }

  /** The rows of all accepted lines. */
  public List<Map<String, String>> rows() {
    return List.copyOf(rows);
  }

  /** The classes of all lines. */
  public Expected lines() {
    return lines;
  }

  /** Requires that a table has these rows, each as often, and says where it has not. */
  public void requireSameRows(HitTable table) {
    requireSameRows(table, row -> row);
  }

  /** The same, with what options do to each row. */
  public void requireSameRows(HitTable table, UnaryOperator<Map<String, String>> options) {
    List<String> differences =
        HitTable.differences(rows.stream().map(options).toList(), table.rows());
    assertThat(differences.stream().limit(DIFFERENCES))
        .as("the first of %d differences", differences.size())
        .isEmpty();
    assertThat(rows).isNotEmpty();
  }
}
