package org.hitledger.count;

import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How often each {@link Entry} was made: its columns, and {@code count}. Both results of a count
 * come out of these rows, so that both are of one reading of the lines.
 *
 * @param rows one for each different entry
 */
record Tallies(Dataset<Row> rows) {
  private static final String NOTHING = "";

  /**
   * Counts entries.
   *
   * @param entries as {@link EnterLines} makes them
   * @return their tallies
   */
  static Tallies of(Dataset<Row> entries) {
    return new Tallies(
        entries
            .groupBy(
                Columns.FILE.column(),
                Columns.OUTCOME.column(),
                Columns.PATH.column(),
                Columns.LINES.column())
            .count());
  }

  /** {@code path} and {@code count} of its hits. */
  Dataset<Row> hits() {
    return rows.where(Columns.FILE.column().equalTo(NOTHING))
        .select(Columns.PATH.column(), Columns.COUNT.column());
  }

  /**
   * {@code file} (URI), {@code outcome} (ordinal) and {@code lines}; a file may be read in parts.
   */
  Dataset<Row> lines() {
    return rows.where(Columns.FILE.column().notEqual(NOTHING).and(Columns.OUTCOME.column().geq(0)))
        .groupBy(Columns.FILE.column(), Columns.OUTCOME.column())
        .agg(
            sum(Columns.LINES.column().multiply(Columns.COUNT.column())).as(Columns.LINES.label()));
  }

  /** {@code file} (URI), and as {@code path} the code of a remark. */
  Dataset<Row> remarks() {
    return rows.where(Columns.OUTCOME.column().equalTo(Entry.REMARK))
        .select(Columns.FILE.column(), Columns.PATH.column());
  }
}
