package org.hitledger.spark;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/**
 * Tells when stages wait and no task runs, once each time. Spark itself writes a warning into its
 * log, and only before the first task of all.
 */
final class WaitingStages extends SparkListener {
  private final LongSupplier nanoTime;
  private final long patienceNanos;
  private final LongConsumer watcher;
  private final Set<Integer> stages = new HashSet<>();
  private final Set<Long> tasks = new HashSet<>();
  private long sinceNanos;
  private boolean isTold;

  /**
   * A listener, to be added to a Spark context, that is asked once in a while by {@link #look}.
   *
   * @param nanoTime the clock, as {@link System#nanoTime} is one
   * @param patienceNanos how long no task may run
   * @param watcher told the nanoseconds for which none has run
   */
  WaitingStages(LongSupplier nanoTime, long patienceNanos, LongConsumer watcher) {
    this.nanoTime = nanoTime;
    this.patienceNanos = patienceNanos;
    this.watcher = watcher;
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
    stages.add(event.stageInfo().stageId());
    beginAnew();
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted event) {
    stages.remove(event.stageInfo().stageId());
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart event) {
    tasks.add(event.taskInfo().taskId());
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    tasks.remove(event.taskInfo().taskId());
    beginAnew();
  }

  private void beginAnew() {
    sinceNanos = nanoTime.getAsLong();
    isTold = false;
  }

  /** Tells, if there is something to tell of. */
  synchronized void look() {
    long nanos = nanoTime.getAsLong() - sinceNanos;
    if (!isTold && tasks.isEmpty() && !stages.isEmpty() && nanos >= patienceNanos) {
      isTold = true;
      watcher.accept(nanos);
    }
  }
}
