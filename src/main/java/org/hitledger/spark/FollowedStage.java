package org.hitledger.spark;

import java.util.List;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.scheduler.TaskInfo;

/** A stage, as its tasks tell of it. */
interface FollowedStage {
  /** The stage begins, or begins again for parts that got lost. */
  default void begin(StageInfo attempt) {}

  /** A task has begun. */
  default void begin(TaskInfo task) {}

  /** A task, by its id, has sent figures while it runs. */
  default void update(long task, List<AccumulableInfo> figures) {}

  /** A task has ended, well or not; the metrics are of use only if it did well. */
  void end(TaskInfo task, TaskMetrics metrics);

  /** How far it has come. */
  Progress progress();
}
