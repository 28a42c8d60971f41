package org.hitledger.spark;

import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.apache.spark.SparkContext;

/**
 * The run that goes on, of several that follow one another in one process. Another thread can stop
 * it at any time: while Spark works for it, by its jobs; before, by an interrupt, since it waits
 * for files or a lock then; and after, not any more, since all that is left is to clean up.
 */
public final class CurrentRun {
  private static final String JOB_GROUP = "spark.jobGroup.id";

  private Phase phase = new Phase.None();
  private boolean isStopped;

  /** What a run is at. */
  private sealed interface Phase {
    /** Stops the run as it can be stopped then. */
    void stop();

    record None() implements Phase {
      @Override
      public void stop() {}
    }

    record BeforeSpark(Thread thread) implements Phase {
      @Override
      public void stop() {
        thread.interrupt();
      }
    }

    record WithSpark(SparkContext context, String group) implements Phase {
      @Override
      public void stop() {
        context.cancelJobGroupAndFutureJobs(group);
      }
    }
  }

  /** A run begins, on this thread. */
  public synchronized void begin() {
    isStopped = false;
    phase = new Phase.BeforeSpark(Thread.currentThread());
  }

  /** Spark begins to work for it, and for nothing else. */
  synchronized void enterSpark(SparkContext context) {
    Thread.interrupted();
    if (isStopped) {
      throw new CancellationException("stopped before Spark began");
    }
    // Spark remembers those that were stopped.
    String group = "hitledger-" + UUID.randomUUID();
    context.setLocalProperty(JOB_GROUP, group);
    phase = new Phase.WithSpark(context, group);
  }

  /** A job of it begins: Spark lets stages that adaptive execution asks for pass, once stopped. */
  synchronized void jobBegins(int job) {
    if (isStopped && phase instanceof Phase.WithSpark spark) {
      spark.context().cancelJob(job);
    }
  }

  /** Spark has done its part. */
  synchronized void leaveSpark(SparkContext context) {
    context.setLocalProperty(JOB_GROUP, null);
    phase = new Phase.None();
  }

  /** Stops the run; does nothing if there is none. */
  public synchronized void stop() {
    isStopped |= !(phase instanceof Phase.None);
    phase.stop();
  }

  /**
   * Whether the run was stopped.
   *
   * @return true from when it is asked to stop until the next run begins
   */
  public synchronized boolean isStopped() {
    return isStopped;
  }

  /** The run has ended, or is given up. */
  public synchronized void end() {
    phase = new Phase.None();
    Thread.interrupted();
  }
}
