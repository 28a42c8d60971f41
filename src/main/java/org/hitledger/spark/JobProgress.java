package org.hitledger.spark;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.StageInfo;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Follows jobs that have a {@link JobPurpose}: stages that read logs byte by byte, by the figures
 * that executors send with their heartbeats, and others task by task. Called by Spark on one
 * thread.
 */
public final class JobProgress extends SparkListener {
  private final Consumer<Progress> watcher;
  private final Map<Integer, JobPurpose> purposes = new HashMap<>();
  private final Map<Integer, FollowedStage> stages = new HashMap<>();
  private final Map<String, Integer> passes = new HashMap<>();
  private WorkOfStages work = new WorkOfStages("");

  /**
   * A listener, to be added to a Spark context.
   *
   * @param watcher called when a stage begins, a task ends, or running tasks have sent figures
   */
  public JobProgress(Consumer<Progress> watcher) {
    this.watcher = watcher;
  }

  @Override
  public void onJobStart(SparkListenerJobStart event) {
    JobPurpose purpose = JobPurpose.of(event.properties());
    if (purpose.isKnown()) {
      CollectionConverters.asJava(event.stageInfos())
          .forEach(stage -> purposes.putIfAbsent(stage.stageId(), purpose));
    }
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    StageInfo stage = event.stageInfo();
    Optional.ofNullable(purposes.get(stage.stageId()))
        .map(purpose -> stages.computeIfAbsent(stage.stageId(), id -> follow(stage, purpose)))
        .ifPresent(
            followed -> {
              followed.begin(stage);
              tell(followed);
            });
  }

  private FollowedStage follow(StageInfo stage, JobPurpose purpose) {
    if (purpose.readsLogs() && LogReading.isDoneBy(stage)) {
      return new LogReading(purpose, passes.merge(purpose.words(), 1, Integer::sum), stage);
    }
    if (!work.isFor(purpose)) {
      work = new WorkOfStages(purpose.words());
    }
    return work.add(stage);
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart event) {
    stage(event.stageId()).ifPresent(stage -> stage.begin(event.taskInfo()));
  }

  @Override
  public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate event) {
    var updated = new LinkedHashSet<FollowedStage>();
    for (var task : CollectionConverters.asJava(event.accumUpdates())) {
      stage((int) task._2())
          .ifPresent(
              stage -> {
                stage.update((long) task._1(), CollectionConverters.asJava(task._4()));
                updated.add(stage);
              });
    }
    updated.forEach(this::tell);
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    stage(event.stageId())
        .ifPresent(
            stage -> {
              stage.end(event.taskInfo(), event.taskMetrics());
              tell(stage);
            });
  }

  private Optional<FollowedStage> stage(int id) {
    return Optional.ofNullable(stages.get(id));
  }

  private void tell(FollowedStage stage) {
    watcher.accept(stage.progress());
  }
}
