package org.hitledger.product;

import static org.apache.spark.sql.functions.col;

import java.util.Locale;
import org.apache.spark.sql.Column;

/** The columns of all tables, each named once. */
public enum Columns {
  /** Path of a log file, with scheme. */
  FILE,
  /** Class of a line: the label of an {@link org.hitledger.rules.Outcome}. */
  OUTCOME,
  /** ISO 8601 name of a period. */
  PERIOD,
  /** When a period starts. */
  PERIOD_START,
  /** Path of the pages that were asked for. */
  PATH,
  /** Number of hits. */
  COUNT,
  /** Number of lines. */
  LINES,
  /** The name of a file's log format. */
  LOG_FORMAT,
  /** Number of a line in its file, from 1. */
  LINE_NUMBER,
  /** The bytes of a line. */
  LINE;

  /**
   * The column's name in every table.
   *
   * @return lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The column, to calculate with.
   *
   * @return a reference by name
   */
  public Column column() {
    return col(label());
  }
}
