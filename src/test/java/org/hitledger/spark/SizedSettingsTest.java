package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.hitledger.source.InputFile;
import org.hitledger.source.Inputs;
import org.junit.jupiter.api.Test;

class SizedSettingsTest {
  private static final String OPEN_COST = "spark.sql.files.openCostInBytes";
  private static final String PARTITION_BYTES = "spark.sql.files.maxPartitionBytes";
  private static final String REDUCERS = "spark.sql.shuffle.partitions";

  private static SparkConf sized(SparkConf given, int files, long bytesEach) {
    List<InputFile> all =
        IntStream.range(0, files)
            .mapToObj(i -> new InputFile(new Path("file:/logs/" + i + ".gz"), bytesEach, 0))
            .toList();
    var inputs = new Inputs(List.of(), all, List.of());
    return SizedSettings.forTextFiles(
        inputs, SizedSettings.sizedFor(inputs, SparkSettings.complete(given)));
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
  void stored_hits_are_read_in_smaller_parts_than_text_unless_the_user_says() {
    SparkConf given = new SparkConf(false).set(PARTITION_BYTES, "1g");
    assertThat(SizedSettings.forStoredHits(new SparkConf(false)).get(PARTITION_BYTES))
        .isEqualTo("32m");
    assertThat(SizedSettings.forStoredHits(given).get(PARTITION_BYTES)).isEqualTo("1g");
  }

  @Test
  void the_folder_that_spark_makes_for_a_catalog_of_queries_is_there_already() {
    SparkConf queries = SizedSettings.forQueries(1, SparkSettings.complete(new SparkConf(false)));
    Path folder = new Path(queries.get("spark.sql.warehouse.dir"));
    assertThat(folder.toUri().getScheme()).isEqualTo("file");
    assertThat(java.nio.file.Path.of(folder.toUri().getPath())).isDirectory();
  }
}
