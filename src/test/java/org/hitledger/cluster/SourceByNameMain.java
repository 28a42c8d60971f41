package org.hitledger.cluster;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** A user's program, which knows of our jar nothing but the name of its source. */
public final class SourceByNameMain {
  private SourceByNameMain() {}

  /** Prints hits per path of the logs that it is given, as {@code count} does. */
  public static void main(String... logs) throws IOException {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate()) {
      spark.read().format("accesslog").load(logs).createOrReplaceTempView("accesses");
      spark
          .sql(
              "SELECT count(*) AS count, path FROM accesses WHERE outcome = 'counted'"
                  + " GROUP BY path ORDER BY count DESC, path")
          .collectAsList()
          .forEach(row -> System.out.println(row.getLong(0) + "\t" + row.getString(1)));
    }
  }
}
