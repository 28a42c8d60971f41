package org.hitledger.app;

import java.util.List;
import java.util.Locale;
import org.hitledger.render.RowFormat;
import org.hitledger.rows.Rows;

/** The forms in which hits per path are printed. */
public enum CountFormat {
  /** For people: the period if there are some, the count, the path. */
  TABLE(RowFormat.TABLE, "period", "count", "path"),
  /** For programs, in the same order. */
  TSV(RowFormat.TSV, "period", "count", "path"),
  /** For programs: objects, an object a line. */
  JSON(RowFormat.JSON, "period", "path", "count");

  private final RowFormat rowFormat;
  private final List<String> columns;

  CountFormat(RowFormat rowFormat, String... columns) {
    this.rowFormat = rowFormat;
    this.columns = List.of(columns);
  }

  RowFormat rowFormat() {
    return rowFormat;
  }

  /** The columns that this form shows, in its order. */
  Rows of(Rows rows) {
    return rows.select(columns);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
