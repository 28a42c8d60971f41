package org.hitledger.spark;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.TaskSchedulerImpl;

/**
 * The tasks of a Spark context, which are waited for when a run ends. Spark itself does not: those
 * of a run that fails, or that is told to stop, would write into folders that were removed
 * meanwhile, and make them anew.
 */
final class RunningTasks extends SparkListener {
  /** A task looks at every row whether it is to end; one that does not come to a row is left. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final SparkContext context;
  private final IntConsumer whenJobBegins;
  private final Semaphore ended = new Semaphore(0);

  private RunningTasks(SparkContext context, IntConsumer whenJobBegins) {
    this.context = context;
    this.whenJobBegins = whenJobBegins;
  }

  /** Of a context from now on; the consumer is told the number of each job as it begins. */
  static RunningTasks of(SparkContext context, IntConsumer whenJobBegins) {
    var tasks = new RunningTasks(context, whenJobBegins);
    context.addSparkListener(tasks);
    return tasks;
  }

  @Override
  public void onJobStart(SparkListenerJobStart event) {
    whenJobBegins.accept(event.jobId());
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    ended.release();
  }

  /** Ends all jobs, and waits until their tasks have ended too; says whether they have. */
  boolean end() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    try {
      context.cancelAllJobs();
      // Those of tasks that ended before.
      ended.drainPermits();
      boolean isPatient = true;
      while (isPatient && areAny()) {
        isPatient = ended.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      return isPatient;
    } catch (IllegalStateException e) {
      // Spark was stopped by something else, such as the loss of its master.
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * By the scheduler, which knows it before it tells listeners; what Spark publishes lags behind.
   */
  private boolean areAny() {
    return !context.isStopped()
        && context.taskScheduler() instanceof TaskSchedulerImpl scheduler
        && scheduler.runningTasksByExecutors().valuesIterator().exists(tasks -> (int) tasks > 0);
  }

  /** Listens no more. */
  void leave() {
    context.removeSparkListener(this);
  }
}
