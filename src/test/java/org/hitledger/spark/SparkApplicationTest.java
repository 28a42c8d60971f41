package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.hitledger.source.Inputs;
import org.junit.jupiter.api.Test;

class SparkApplicationTest {
  /** As Spark tells its listeners, and YARN where that runs it. */
  private static final class End extends SparkListener {
    private final CompletableFuture<Object> exitCode = new CompletableFuture<>();

    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd event) {
      exitCode.complete(event.exitCode().get());
    }
  }

  @Test
  void the_exit_code_is_told_at_the_end_and_not_when_a_session_closes() {
    var application = new SparkApplication();
    var end = new End();
    SparkConf settings =
        SparkSettings.complete(new SparkConf(false).set("spark.master", "local[1]"))
            .set("spark.ui.enabled", "false");
    try (Session session = application.open(settings, Inputs.none())) {
      session.spark().sparkContext().addSparkListener(end);
    }
    assertThat(end.exitCode).isNotDone();

    application.end(3);

    assertThat(end.exitCode).isCompletedWithValue(3);
  }

  @Test
  void what_has_started_no_spark_has_none_to_stop() {
    new SparkApplication().end(2);

    assertThat(SparkApplication.isHostedByYarn()).isFalse();
  }
}
