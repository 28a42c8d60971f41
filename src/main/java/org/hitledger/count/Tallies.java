package org.hitledger.count;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hitledger.rules.Balance;
import org.hitledger.rules.Outcome;

/**
 * How often each {@link Entry} was made: its columns, and {@code count}. Both results of a count
 * come out of these rows, so that both are of one reading of the lines.
 *
 * @param rows one for each different entry
 */
record Tallies(Dataset<Row> rows) {
  private static final String NOTHING = "";

  /** Of equal entries. */
  private static final Column LINES = Columns.LINES.column().multiply(Columns.COUNT.column());

  /** Its column in the one row of totals. */
  private static final int FIRST_OUTCOME = 4;

  /**
   * Counts entries.
   *
   * @param entries as {@link EnterLines} makes them
   * @return their tallies
   */
  static Tallies of(Dataset<Row> entries) {
    Column[] all = Arrays.stream(entries.columns()).map(entries::col).toArray(Column[]::new);
    return new Tallies(entries.groupBy(all).count());
  }

  /**
   * Adds all up, in one pass: each query more costs a small count as much as reading its logs.
   *
   * @return what the count comes to
   * @throws IllegalStateException if the two sides of the ledger differ
   */
  Totals totals() {
    List<Column> sums = new ArrayList<>();
    sums.add(sumOf(isHit(), lit(1)));
    sums.add(sumOf(isHit(), octet_length(Columns.PATH.column())));
    sums.add(sumOf(isHit(), Columns.COUNT.column()));
    sums.add(sumOf(isRemark(), lit(1)));
    for (Outcome outcome : Outcome.values()) {
      sums.add(sumOf(isLines().and(Columns.OUTCOME.column().equalTo(outcome.ordinal())), LINES));
    }
    Row row = rows.select(sums.toArray(Column[]::new)).head();
    return new Totals(
        new Audit(balance(row, FIRST_OUTCOME), row.getLong(0), row.getLong(1))
            .requireHits(row.getLong(2)),
        row.getLong(FIRST_OUTCOME - 1));
  }

  private static Column sumOf(Column condition, Column value) {
    return coalesce(sum(when(condition, value)), lit(0L));
  }

  private static Balance balance(Row row, int first) {
    var lines = new EnumMap<Outcome, Long>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      lines.put(outcome, row.getLong(first + outcome.ordinal()));
    }
    return new Balance(lines);
  }

  private static Column isHit() {
    return Columns.FILE.column().equalTo(NOTHING);
  }

  private static Column isRemark() {
    return Columns.OUTCOME.column().equalTo(Entry.REMARK);
  }

  private static Column isLines() {
    return not(isHit().or(isRemark()));
  }

  /** {@code path} and {@code count} of its hits; {@code period_start}, if there are periods. */
  Dataset<Row> hits() {
    return rows.where(isHit())
        .drop(Columns.FILE.label(), Columns.OUTCOME.label(), Columns.LINES.label());
  }

  /**
   * {@code file} (URI), {@code outcome} (ordinal) and {@code lines}; a file may be read in parts.
   */
  Dataset<Row> lines() {
    return rows.where(isLines())
        .groupBy(Columns.FILE.column(), Columns.OUTCOME.column())
        .agg(sum(LINES).as(Columns.LINES.label()));
  }

  /** {@code file} (URI), and as {@code path} the code of a remark. */
  Dataset<Row> remarks() {
    return rows.where(isRemark()).select(Columns.FILE.column(), Columns.PATH.column());
  }

  /**
   * What all tallies come to.
   *
   * @param audit of the lines
   * @param remarks how many there are
   */
  record Totals(Audit audit, long remarks) {}
}
