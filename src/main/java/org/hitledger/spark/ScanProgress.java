package org.hitledger.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.hitledger.source.Inputs;

/**
 * Follows the stage that reads the logs, the first whose tasks read bytes, task by task: what runs
 * in between tells Spark's listeners nothing that has a name. Called by Spark on one thread.
 */
public final class ScanProgress extends SparkListener {
  private final Inputs inputs;
  private final Consumer<Progress> watcher;
  private final Map<Integer, Submitted> stages = new HashMap<>();
  private final Map<Integer, Long> bytesOfTasks = new HashMap<>();
  private OptionalInt scan = OptionalInt.empty();

  private record Submitted(int tasks, long nanos) {}

  /**
   * A listener, to be added to a Spark context.
   *
   * @param inputs what is read
   * @param watcher called whenever a task has ended
   */
  public ScanProgress(Inputs inputs, Consumer<Progress> watcher) {
    this.inputs = inputs;
    this.watcher = watcher;
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    stages.putIfAbsent(
        event.stageInfo().stageId(),
        new Submitted(event.stageInfo().numTasks(), System.nanoTime()));
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    long bytes = event.taskMetrics() == null ? 0 : event.taskMetrics().inputMetrics().bytesRead();
    if (event.taskInfo().successful() && isScan(event.stageId(), bytes)) {
      bytesOfTasks.put(event.taskInfo().index(), bytes);
      watcher.accept(progress(stages.get(event.stageId())));
    }
  }

  private boolean isScan(int stage, long bytes) {
    if (scan.isEmpty() && bytes > 0) {
      scan = OptionalInt.of(stage);
    }
    return scan.isPresent() && scan.getAsInt() == stage;
  }

  private Progress progress(Submitted stage) {
    int files = inputs.files().size();
    // Exact where a task is a file, as it is for packed files.
    int filesDone = (int) ((long) files * bytesOfTasks.size() / stage.tasks());
    long read = bytesOfTasks.values().stream().mapToLong(Long::longValue).sum();
    double seconds = (System.nanoTime() - stage.nanos()) / 1e9;
    return new Progress(filesDone, files, Math.min(read, inputs.bytes()), inputs.bytes(), seconds);
  }
}
