package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkConf;
import org.hitledger.fault.UsageFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoreSettingsTest {
  private static final String BUFFER = "spark.hadoop.fs.s3a.fast.upload.buffer";
  private static final String PART_SIZE = "spark.hadoop.fs.s3a.multipart.size";
  private static final String INPUT = "spark.hadoop.fs.s3a.input.stream.type";

  private static SparkConf complete(SparkConf given) {
    return SparkSettings.complete(given);
  }

  @Test
  void what_is_not_sent_yet_is_kept_in_little_memory() {
    SparkConf conf = complete(new SparkConf(false));
    assertThat(conf.get(BUFFER)).isEqualTo("bytebuffer");
    assertThat(conf.getSizeAsBytes(PART_SIZE, "0")).isEqualTo(8L << 20);
  }

  @Test
  void logs_are_read_by_the_stream_that_asks_again() {
    assertThat(complete(new SparkConf(false)).get(INPUT)).isEqualTo("classic");
    assertThat(complete(new SparkConf(false).set(INPUT, "analytics")).get(INPUT))
        .isEqualTo("analytics");
  }

  @ParameterizedTest
  @ValueSource(strings = {"array", "bytebuffer"})
  void what_a_user_sets_stays(String buffer) {
    SparkConf conf = complete(new SparkConf(false).set(BUFFER, buffer).set(PART_SIZE, "64M"));
    assertThat(conf.get(BUFFER)).isEqualTo(buffer);
    assertThat(conf.get(PART_SIZE)).isEqualTo("64M");
  }

  @Test
  void the_disk_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> complete(new SparkConf(false).set(BUFFER, "disk")))
        .isInstanceOf(UsageFault.class)
        .hasMessageStartingWith(BUFFER + "=disk cannot be: ")
        .hasMessageEndingWith("leave it out, or use bytebuffer or array");
  }
}
