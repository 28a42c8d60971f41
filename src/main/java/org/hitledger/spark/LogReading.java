package org.hitledger.spark;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.scheduler.TaskInfo;
import scala.jdk.javaapi.CollectionConverters;

/** A stage that reads the logs, from its start on. */
final class LogReading implements FollowedStage {
  /** As Spark names what reads files, for itself and for sources of others. */
  private static final Set<String> READERS = Set.of("FileScanRDD", "DataSourceRDD");

  private final JobPurpose purpose;
  private final int pass;
  private final int tasks;
  private final long startNanos = System.nanoTime();
  private final Set<Long> figuresOfBytes = new HashSet<>();
  private final BytesOfTasks bytes = new BytesOfTasks();

  /** The pass says how often the same purpose has read the logs, from 1. */
  LogReading(JobPurpose purpose, int pass, StageInfo stage) {
    this.purpose = purpose;
    this.pass = pass;
    this.tasks = stage.numTasks();
  }

  /** Whether a stage reads files, and not what an earlier one has made of them. */
  static boolean isDoneBy(StageInfo stage) {
    return CollectionConverters.asJava(stage.rddInfos()).stream()
        .anyMatch(rdd -> READERS.contains(rdd.name()));
  }

  /** Each try of a stage has figures of its own, whose names get lost where executors are local. */
  @Override
  public void begin(StageInfo attempt) {
    figuresOfBytes.add(attempt.taskMetrics().inputMetrics()._bytesRead().id());
  }

  @Override
  public void begin(TaskInfo task) {
    bytes.begin(task.taskId(), task.partitionId());
  }

  @Override
  public void update(long task, List<AccumulableInfo> figures) {
    for (AccumulableInfo figure : figures) {
      if (figuresOfBytes.contains(figure.id()) && figure.update().get() instanceof Long read) {
        bytes.update(task, read);
      }
    }
  }

  @Override
  public void end(TaskInfo task, TaskMetrics metrics) {
    if (task.successful()) {
      bytes.complete(task.taskId(), task.partitionId(), metrics.inputMetrics().bytesRead());
    } else {
      bytes.drop(task.taskId());
    }
  }

  @Override
  public Progress progress() {
    int files = purpose.files();
    // Exact where a task is a file, as it is for packed files.
    int filesDone = (int) ((long) files * bytes.partsDone() / tasks);
    // Parts of a plain file are read a little beyond their ends.
    long bytesDone = Math.min(bytes.bytes(), purpose.bytes());
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    return new Progress.Reading(words(), filesDone, files, bytesDone, purpose.bytes(), seconds);
  }

  private String words() {
    return pass == 1 ? purpose.words() : "%s, pass %d".formatted(purpose.words(), pass);
  }
}
