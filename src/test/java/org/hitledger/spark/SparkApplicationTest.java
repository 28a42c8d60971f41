package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is told to a cluster manager, and when, YarnIT sees: Spark stops once for each process. */
class SparkApplicationTest {
  @Test
  void what_has_started_no_spark_has_none_to_stop() {
    new SparkApplication().end(2);

    assertThat(SparkApplication.isHostedByYarn()).isFalse();
  }
}
