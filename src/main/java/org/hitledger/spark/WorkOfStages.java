package org.hitledger.spark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.scheduler.TaskInfo;

/** The tasks of all stages of one purpose that read no logs. A task that is tried again is one. */
final class WorkOfStages {
  private final String purpose;
  private final long startNanos = System.nanoTime();
  private final Map<Integer, Integer> tasks = new HashMap<>();
  private final Set<Task> done = new HashSet<>();

  private record Task(int stage, int part) {}

  WorkOfStages(String purpose) {
    this.purpose = purpose;
  }

  boolean isFor(JobPurpose other) {
    return purpose.equals(other.words());
  }

  /** One stage more. */
  FollowedStage add(StageInfo stage) {
    tasks.put(stage.stageId(), stage.numTasks());
    return new Stage(stage.stageId());
  }

  private final class Stage implements FollowedStage {
    private final int id;

    Stage(int id) {
      this.id = id;
    }

    @Override
    public void end(TaskInfo task, TaskMetrics metrics) {
      if (task.successful()) {
        done.add(new Task(id, task.partitionId()));
      }
    }

    @Override
    public Progress progress() {
      int all = tasks.values().stream().mapToInt(Integer::intValue).sum();
      double seconds = (System.nanoTime() - startNanos) / 1e9;
      return new Progress.Work(purpose, done.size(), all, seconds);
    }
  }
}
