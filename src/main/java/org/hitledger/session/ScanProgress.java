package org.hitledger.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.hitledger.input.Inputs;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Follows the stage that reads the logs: the first whose tasks read bytes. Called by Spark on one
 * thread, whenever a task ends and at the heartbeats of those that run.
 */
public final class ScanProgress extends SparkListener {
  private static final String BYTES_READ = "internal.metrics.input.bytesRead";

  private final Inputs inputs;
  private final Consumer<Progress> watcher;
  private final Map<Integer, Submitted> stages = new HashMap<>();
  private final Map<Long, Long> bytesOfTasks = new HashMap<>();
  private final Set<Integer> done = new HashSet<>();
  private OptionalInt scan = OptionalInt.empty();

  private record Submitted(int tasks, long nanos) {}

  /**
   * A listener, to be added to a Spark context.
   *
   * @param inputs what is read
   * @param watcher called whenever there is news
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
  public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate event) {
    CollectionConverters.asJava(event.accumUpdates())
        .forEach(
            task ->
                CollectionConverters.asJava(task._4()).stream()
                    .filter(metric -> metric.name().contains(BYTES_READ))
                    .forEach(metric -> tell((int) task._2(), (long) task._1(), bytes(metric))));
  }

  private static long bytes(AccumulableInfo metric) {
    return metric.update().isDefined() && metric.update().get() instanceof Number number
        ? number.longValue()
        : 0;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    long bytes = event.taskMetrics() == null ? 0 : event.taskMetrics().inputMetrics().bytesRead();
    if (event.taskInfo().successful() && isScan(event.stageId(), bytes)) {
      done.add(event.taskInfo().index());
      tell(event.stageId(), event.taskInfo().taskId(), bytes);
    }
  }

  private boolean isScan(int stage, long bytes) {
    if (scan.isEmpty() && bytes > 0) {
      scan = OptionalInt.of(stage);
    }
    return scan.isPresent() && scan.getAsInt() == stage;
  }

  private void tell(int stage, long task, long bytes) {
    if (isScan(stage, bytes)) {
      bytesOfTasks.put(task, bytes);
      watcher.accept(progress(stages.get(stage)));
    }
  }

  private Progress progress(Submitted stage) {
    int files = inputs.files().size();
    // Exact where a task is a file, as it is for gzip.
    int filesDone = (int) ((long) files * done.size() / stage.tasks());
    long read = bytesOfTasks.values().stream().mapToLong(Long::longValue).sum();
    double seconds = (System.nanoTime() - stage.nanos()) / 1e9;
    return new Progress(filesDone, files, Math.min(read, inputs.bytes()), inputs.bytes(), seconds);
  }
}
