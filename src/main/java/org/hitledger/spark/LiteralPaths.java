package org.hitledger.spark;

import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;

/**
 * Makes Spark take a path for what it is. By default it takes one with a bracket for a pattern and,
 * even if that is escaped, fails if there is a colon in the name besides.
 */
public final class LiteralPaths {
  /**
   * Not in Spark's documentation, but in every Spark since 3.0. With it, each path that has the
   * characters of a pattern makes Spark list all paths of the call once more; {@link LogLines} asks
   * for a recursive look-up, which takes each file once.
   */
  private static final String GLOB_PATHS = "__globPaths__";

  private LiteralPaths() {}

  /**
   * A reader for files and folders with any name.
   *
   * @param spark who reads
   * @return a reader that takes no path for a pattern
   */
  public static DataFrameReader reader(SparkSession spark) {
    return spark.read().option(GLOB_PATHS, false);
  }
}
