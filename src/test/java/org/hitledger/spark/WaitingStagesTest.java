package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.Success$;
import org.apache.spark.executor.ExecutorMetrics;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.scheduler.TaskInfo;
import org.apache.spark.scheduler.TaskLocality;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

class WaitingStagesTest {
  private static final long PATIENCE = 60;

  private final AtomicLong clock = new AtomicLong(1_000);
  private final List<Long> told = new ArrayList<>();
  private final WaitingStages stages = new WaitingStages(clock::get, PATIENCE, told::add);

  private static StageInfo stage() {
    return new StageInfo(
        7,
        0,
        "count",
        2,
        CollectionConverters.asScala(List.<org.apache.spark.storage.RDDInfo>of()).toSeq(),
        CollectionConverters.asScala(List.<Object>of()).toSeq(),
        "",
        new TaskMetrics(),
        CollectionConverters.asScala(
                List.<scala.collection.immutable.Seq<org.apache.spark.scheduler.TaskLocation>>of())
            .toSeq(),
        Option.empty(),
        0,
        false,
        0);
  }

  private static TaskInfo task() {
    return new TaskInfo(3, 0, 0, 0, 0, "1", "127.0.0.2", TaskLocality.ANY(), false);
  }

  private void lookAfter(long nanos) {
    clock.addAndGet(nanos);
    stages.look();
  }

  private void endTask() {
    stages.onTaskEnd(
        new SparkListenerTaskEnd(
            7,
            0,
            "ResultTask",
            Success$.MODULE$,
            task(),
            new ExecutorMetrics(),
            new TaskMetrics()));
  }

  @Test
  void a_stage_without_tasks_is_told_once() {
    stages.onStageSubmitted(new SparkListenerStageSubmitted(stage(), new Properties()));

    lookAfter(PATIENCE - 1);
    assertThat(told).isEmpty();
    lookAfter(1);
    lookAfter(PATIENCE);
    assertThat(told).containsExactly(PATIENCE);
  }

  @Test
  void a_task_that_runs_long_is_no_waiting_and_what_comes_after_it_may_be() {
    stages.onStageSubmitted(new SparkListenerStageSubmitted(stage(), new Properties()));
    stages.onTaskStart(new SparkListenerTaskStart(7, 0, task()));
    lookAfter(10 * PATIENCE);
    assertThat(told).isEmpty();

    endTask();
    lookAfter(PATIENCE - 1);
    assertThat(told).isEmpty();
    lookAfter(1);
    assertThat(told).containsExactly(PATIENCE);
  }

  @Test
  void a_driver_that_works_between_stages_waits_for_nobody() {
    stages.onStageSubmitted(new SparkListenerStageSubmitted(stage(), new Properties()));
    stages.onStageCompleted(new SparkListenerStageCompleted(stage()));

    lookAfter(10 * PATIENCE);
    assertThat(told).isEmpty();
  }
}
