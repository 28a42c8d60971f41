package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SparkSettingsTest {
  private static final String HEARTBEAT = "spark.executor.heartbeatInterval";
  private static final String FAILURES = "spark.executor.heartbeat.maxFailures";

  @Test
  void what_results_depend_on_cannot_be_set_otherwise() {
    SparkConf conf =
        SparkSettings.complete(
            new SparkConf(false)
                .set("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "2")
                .set("spark.sql.parquet.outputTimestampType", "INT96")
                .set("spark.sql.parquet.datetimeRebaseModeInWrite", "LEGACY")
                .set("spark.sql.session.timeZone", "Asia/Kolkata"));
    assertThat(conf.get("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version"))
        .isEqualTo("1");
    assertThat(conf.get("spark.sql.parquet.outputTimestampType")).isEqualTo("TIMESTAMP_MICROS");
    assertThat(conf.get("spark.sql.parquet.datetimeRebaseModeInWrite")).isEqualTo("CORRECTED");
    assertThat(conf.get("spark.sql.session.timeZone")).isEqualTo("UTC");
  }

  @Test
  void executors_of_a_watched_run_tell_once_a_second_and_wait_as_long_for_an_answer_as_others() {
    SparkConf watched = SparkSettings.watched(new SparkConf(false));
    assertThat(watched.getTimeAsMs(HEARTBEAT, "10s")).isEqualTo(1_000);
    assertThat(watched.getInt(FAILURES, 60)).isEqualTo(600);
  }

  @Test
  void an_interval_that_is_given_stays_in_a_watched_run() {
    SparkConf watched = SparkSettings.watched(new SparkConf(false).set(HEARTBEAT, "5s"));
    assertThat(watched.get(HEARTBEAT)).isEqualTo("5s");
    assertThat(watched.contains(FAILURES)).isFalse();
  }

  @Test
  void the_default_master_is_four_local_cores() {
    assertThat(SparkSettings.complete(new SparkConf(false)).get("spark.master"))
        .isEqualTo("local[4]");
  }
}
