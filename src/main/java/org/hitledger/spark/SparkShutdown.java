package org.hitledger.spark;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.SparkSession;

/** Stops Spark once its tasks have ended, also when the process is told to stop. */
final class SparkShutdown {
  /** Among the hooks of a process that is told to stop; Spark's own has 40. */
  private static final int BEFORE_SPARK = 45;

  /** Of a process that Ctrl-C has ended; a cluster manager takes all but 0 for a failure. */
  private static final int INTERRUPTED = 130;

  private final SparkSession spark;
  private final RunningTasks tasks;
  private final Runnable whenStopped = this::stopWithProcess;

  private SparkShutdown(SparkSession spark) {
    this.spark = spark;
    tasks = RunningTasks.of(spark.sparkContext(), job -> {});
  }

  /** For one session, which must be new. */
  static SparkShutdown of(SparkSession spark) {
    var stop = new SparkShutdown(spark);
    ShutdownHookManager.get().addShutdownHook(stop.whenStopped, BEFORE_SPARK);
    return stop;
  }

  SparkSession spark() {
    return spark;
  }

  /** Stops it, and tells the cluster manager how the application ended: 0 is success. */
  void stop(int exitCode) {
    if (ShutdownHookManager.get().isShutdownInProgress()) {
      // The hooks do it, in their order.
      return;
    }
    ShutdownHookManager.get().removeShutdownHook(whenStopped);
    endTasks();
    spark.sparkContext().stop(exitCode);
  }

  /** Spark's own hook would tell the cluster manager of a success. */
  private void stopWithProcess() {
    endTasks();
    spark.sparkContext().stop(INTERRUPTED);
  }

  /**
   * What Spark's threads print from here on, past all logging, is that they cannot go on: stack
   * traces of being stopped. What this program says takes another way.
   */
  private static void silenceTraces() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  /** A run has ended, and Spark goes on; unless the hooks are at it. */
  void leave() {
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      endTasks();
    }
  }

  private void endTasks() {
    silenceTraces();
    tasks.end();
  }
}
