package org.hitledger.bench;

import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** Counts equal lines. */
final class EmptySparkMain {
  private EmptySparkMain() {}

  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[" + args[0] + "]")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", false)
            .config("spark.sql.adaptive.enabled", false)
            .config("spark.sql.shuffle.partitions", 1)
            .config("spark.sql.artifact.isolation.enabled", false)
            .getOrCreate();
    System.out.println(
        spark
            .read()
            .textFile(args[1])
            .mapPartitions(
                (MapPartitionsFunction<String, String>) lines -> lines, Encoders.STRING())
            .groupBy("value")
            .count()
            .agg(org.apache.spark.sql.functions.sum("count"))
            .head());
    spark.stop();
  }
}
