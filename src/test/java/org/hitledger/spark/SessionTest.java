package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkConf;
import org.hitledger.fault.UsageFault;
import org.hitledger.source.Inputs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
  @ParameterizedTest
  @ValueSource(strings = {"local[x]", "local[0]", "local[-1]", "local[2,x]", "local[2", "locally"})
  void a_local_master_that_cannot_be_is_refused_before_spark_starts(String master) {
    SparkConf settings = new SparkConf(false).set("spark.master", master);

    assertThatThrownBy(() -> Session.start(settings, Inputs.none()))
        .isInstanceOf(UsageFault.class)
        .hasMessage(
            "--master: expected local, local[N] or local[*], N being 1 or more, but was " + master);
  }
}
