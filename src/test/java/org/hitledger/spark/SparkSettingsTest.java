package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.hitledger.source.InputFile;
import org.hitledger.source.Inputs;
import org.junit.jupiter.api.Test;

class SparkSettingsTest {
  private static final String OPEN_COST = "spark.sql.files.openCostInBytes";
  private static final String REDUCERS = "spark.sql.shuffle.partitions";

  private static final String HEARTBEAT = "spark.executor.heartbeatInterval";
  private static final String FAILURES = "spark.executor.heartbeat.maxFailures";

  private static SparkConf sized(SparkConf given, int files, long bytesEach) {
    List<InputFile> all =
        IntStream.range(0, files)
            .mapToObj(i -> new InputFile(new Path("file:/logs/" + i + ".gz"), bytesEach, 0))
            .toList();
    var inputs = new Inputs(List.of(), all, List.of());
    return SparkSettings.forTextFiles(
        inputs, SparkSettings.sizedFor(inputs, SparkSettings.complete(given)));
  }

  @Test
  void a_file_has_a_partition_of_its_own_until_there_are_thousands() {
    SparkConf larger = new SparkConf(false).set("spark.sql.files.maxPartitionBytes", "256m");
    assertThat(sized(new SparkConf(false), 11, 1).get(OPEN_COST)).isEqualTo("128m");
    assertThat(sized(larger, 11, 1).get(OPEN_COST)).isEqualTo("256m");
    assertThat(sized(new SparkConf(false), 10_000, 1).contains(OPEN_COST)).isFalse();
  }

  @Test
  void reducers_go_by_the_size_of_the_inputs_unless_the_user_says() {
    assertThat(sized(new SparkConf(false), 11, 1).get(REDUCERS)).isEqualTo("1");
    assertThat(sized(new SparkConf(false), 1_000, 1L << 30).get(REDUCERS)).isEqualTo("2000");
    assertThat(sized(new SparkConf(false).set(REDUCERS, "7"), 11, 1).get(REDUCERS)).isEqualTo("7");
  }

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
  void the_folder_that_spark_makes_for_a_catalog_of_queries_is_there_already() {
    SparkConf queries = SparkSettings.forQueries(1, SparkSettings.complete(new SparkConf(false)));
    Path folder = new Path(queries.get("spark.sql.warehouse.dir"));
    assertThat(folder.toUri().getScheme()).isEqualTo("file");
    assertThat(java.nio.file.Path.of(folder.toUri().getPath())).isDirectory();
  }

  @Test
  void the_default_master_is_four_local_cores() {
    assertThat(SparkSettings.complete(new SparkConf(false)).get("spark.master"))
        .isEqualTo("local[4]");
  }
}
