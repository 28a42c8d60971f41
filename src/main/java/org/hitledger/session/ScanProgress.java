package org.hitledger.session;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import org.hitledger.input.Inputs;

/** Follows the stage that reads the logs, task by task. Called by Spark on one thread. */
public final class ScanProgress extends SparkListener {
  private static final String READS_FILES = "FileScanRDD";

  private final Inputs inputs;
  private final Consumer<Progress> watcher;
  private final long startNanos = System.nanoTime();
  private OptionalInt stage = OptionalInt.empty();
  private int tasks;
  private int tasksDone;
  private long bytesDone;

  /**
   * A listener, to be added to a Spark context.
   *
   * @param inputs what is read
   * @param watcher called at the start and whenever a task has ended
   */
  public ScanProgress(Inputs inputs, Consumer<Progress> watcher) {
    this.inputs = inputs;
    this.watcher = watcher;
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    StageInfo info = event.stageInfo();
    // Results are read back by such a stage too, but the first one reads the logs.
    if (stage.isEmpty() && info.rddInfos().exists(rdd -> rdd.name().equals(READS_FILES))) {
      stage = OptionalInt.of(info.stageId());
      tasks = info.numTasks();
      tell();
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    if (stage.isPresent() && stage.getAsInt() == event.stageId() && event.taskInfo().successful()) {
      tasksDone++;
      bytesDone += event.taskMetrics().inputMetrics().bytesRead();
      tell();
    }
  }

  private void tell() {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    int files = inputs.files().size();
    // Exact where a task is a file, as it is for gzip.
    int filesDone = (int) ((long) files * tasksDone / Math.max(tasks, 1));
    long bytes = Math.min(bytesDone, inputs.bytes());
    watcher.accept(new Progress(filesDone, files, bytes, inputs.bytes(), seconds));
  }
}
