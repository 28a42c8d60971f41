package org.hitledger.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.hitledger.compression.DefectMarker;
import org.hitledger.compression.OnDamage;
import org.hitledger.compression.ReadOptions;
import org.hitledger.source.InputFinder;
import org.hitledger.source.Inputs;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLinesTest {
  private static final ReadOptions READING =
      new ReadOptions(OnDamage.FAIL, 1 << 20, DefectMarker.random());

  @Test
  void each_gzip_file_is_one_partition(@TempDir Path folder) {
    for (int i = 1; i <= 11; i++) {
      List<byte[]> lines = List.of("a".getBytes(UTF_8), "b".repeat(i * 1000).getBytes(UTF_8));
      LogFile.write(folder.resolve("access.log-" + i + ".gz"), lines);
    }
    Inputs inputs = InputFinder.find(List.of(folder.toString()), new Configuration());
    Dataset<String> lines = LogLines.read(SharedSpark.session(), inputs, READING);
    assertThat(lines.rdd().getNumPartitions()).isEqualTo(11);
    assertThat(lines.toJavaRDD().glom().map(List::size).collect()).containsOnly(2);
  }
}
