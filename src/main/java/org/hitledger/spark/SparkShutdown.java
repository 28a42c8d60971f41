package org.hitledger.spark;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/**
 * Stops Spark once its tasks have ended. Spark itself does not wait for them: those of a run that
 * fails, or that is told to stop, would write into folders that were removed meanwhile, and make
 * them anew.
 */
final class SparkShutdown extends SparkListener implements Runnable {
  /** Among the hooks of a process that is told to stop; Spark's own has 40. */
  private static final int BEFORE_SPARK = 45;

  /** A task looks at every row whether it is to end; one that does not come to a row is left. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final SparkSession spark;
  private final Runnable whenStopped = this::endTasks;
  private final Semaphore ended = new Semaphore(0);

  private SparkShutdown(SparkSession spark) {
    this.spark = spark;
  }

  /** For one session, which must be new. */
  static SparkShutdown of(SparkSession spark) {
    var stop = new SparkShutdown(spark);
    spark.sparkContext().addSparkListener(stop);
    ShutdownHookManager.get().addShutdownHook(stop.whenStopped, BEFORE_SPARK);
    return stop;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    ended.release();
  }

  @Override
  public void run() {
    if (ShutdownHookManager.get().isShutdownInProgress()) {
      // The hooks do it, in their order.
      return;
    }
    ShutdownHookManager.get().removeShutdownHook(whenStopped);
    endTasks();
    spark.stop();
  }

  /**
   * What Spark's threads print from here on, past all logging, is that they cannot go on: stack
   * traces of being stopped. What this program says takes another way.
   */
  private static void silenceTraces() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  private void endTasks() {
    silenceTraces();
    SparkContext context = spark.sparkContext();
    long end = System.nanoTime() + PATIENCE_NANOS;
    try {
      context.cancelAllJobs();
      // Those of tasks that ended before.
      ended.drainPermits();
      boolean isPatient = true;
      while (isPatient && hasTasks(context)) {
        isPatient = ended.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    } catch (IllegalStateException e) {
      // Spark was stopped by something else, such as the loss of its master.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean hasTasks(SparkContext context) {
    return !context.isStopped()
        && Arrays.stream(context.statusTracker().getExecutorInfos())
            .anyMatch(executor -> executor.numRunningTasks() > 0);
  }
}
