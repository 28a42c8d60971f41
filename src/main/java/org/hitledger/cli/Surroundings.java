package org.hitledger.cli;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.hitledger.session.SparkSettings;

/**
 * What a run finds set up around it.
 *
 * @param settings Spark's, complete
 * @param hadoop how to reach file systems
 */
record Surroundings(SparkConf settings, Configuration hadoop) {

  /** What spark-submit has set for this process. */
  static Surroundings ofThisProcess() {
    SparkConf settings = SparkSettings.complete(new SparkConf());
    return new Surroundings(settings, SparkSettings.hadoop(settings));
  }
}
