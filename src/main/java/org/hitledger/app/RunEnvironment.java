package org.hitledger.app;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.hitledger.spark.Session;
import org.hitledger.spark.SparkSettings;

/**
 * What a run has around it.
 *
 * @param settings Spark's, complete
 * @param hadoop how to reach file systems
 * @param sessions where to get Spark from
 * @param streams where to print
 */
public record RunEnvironment(
    SparkConf settings, Configuration hadoop, Session.Source sessions, StandardStreams streams) {

  /**
   * What spark-submit has set for this process.
   *
   * @param sessions where to get Spark from
   * @param streams where to print
   * @return the environment of any number of runs
   */
  public static RunEnvironment ofThisProcess(Session.Source sessions, StandardStreams streams) {
    SparkConf settings = SparkSettings.complete(new SparkConf());
    return new RunEnvironment(settings, SparkSettings.hadoop(settings), sessions, streams);
  }
}
