package org.hitledger.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.hitledger.compression.DefectMarker;
import org.hitledger.compression.OnDamage;
import org.hitledger.compression.Packing;
import org.hitledger.compression.ReadOptions;
import org.hitledger.source.InputFinder;
import org.hitledger.source.Inputs;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogLinesTest {
  private static final ReadOptions READING =
      new ReadOptions(OnDamage.FAIL, 1 << 20, DefectMarker.random());

  private static final String PART = "spark.sql.files.maxPartitionBytes";

  @ParameterizedTest
  @EnumSource
  void each_packed_file_is_one_partition(Packing packing, @TempDir Path folder) {
    for (int i = 1; i <= 11; i++) {
      List<byte[]> lines = List.of("a".getBytes(UTF_8), "b".repeat(i * 1000).getBytes(UTF_8));
      LogFile.write(folder.resolve("access.log-" + i + packing.suffix()), lines);
    }
    Inputs inputs = InputFinder.find(List.of(folder.toString()), new Configuration());
    SparkSession spark = SharedSpark.session();
    // What could be split would be.
    String before = spark.conf().get(PART);
    spark.conf().set(PART, "16");
    try {
      Dataset<String> lines = LogLines.read(spark, inputs, READING);
      assertThat(lines.rdd().getNumPartitions()).isEqualTo(11);
      assertThat(lines.toJavaRDD().glom().map(List::size).collect()).containsOnly(2);
    } finally {
      spark.conf().set(PART, before);
    }
  }
}
