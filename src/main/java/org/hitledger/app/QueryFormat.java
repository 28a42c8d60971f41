package org.hitledger.app;

import java.util.Locale;
import org.hitledger.render.RowFormat;

/** The forms in which the rows of a query are printed. */
public enum QueryFormat {
  /** For people. */
  TABLE(RowFormat.TABLE),
  /** For programs and spreadsheets. */
  CSV(RowFormat.CSV),
  /** For programs: objects, an object a line. */
  JSON(RowFormat.JSON);

  private final RowFormat rowFormat;

  QueryFormat(RowFormat rowFormat) {
    this.rowFormat = rowFormat;
  }

  RowFormat rowFormat() {
    return rowFormat;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
