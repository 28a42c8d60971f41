package org.hitledger.count;

import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;

/**
 * Makes Spark take a path for what it is. By default it takes one with a bracket for a pattern and,
 * even if that is escaped, fails if there is a colon in the name besides.
 */
public final class LiteralPaths {
  /** Not in Spark's documentation, but in every Spark since 3.0. */
  private static final String GLOB_PATHS = "__globPaths__";

  private LiteralPaths() {}

  /**
   * A reader without patterns.
   *
   * @param spark who reads
   * @return a new reader
   */
  public static DataFrameReader reader(SparkSession spark) {
    return spark.read().option(GLOB_PATHS, false);
  }
}
