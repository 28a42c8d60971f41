package org.hitledger.spark;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.hitledger.source.Inputs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Spark for runs that follow one another. Each gets a session of its own, with its settings,
 * and leaves nothing behind when it closes that. Spark starts beside the caller's thread, and anew
 * if it could not start or was stopped by something else.
 */
public final class LastingSpark implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LastingSpark.class);
  private static final String OF_SESSIONS = "spark.sql.";

  private final Session.Source source;
  private final SparkConf settings;
  private final CurrentRun run;
  private final List<Consumer<SparkSession>> rehearsal;

  /** Whether somebody waits for Spark; then nothing more is rehearsed. */
  private volatile boolean isAwaited;

  private FutureTask<Session> start;
  private FutureTask<SparkSession> rehearsed;

  /**
   * Begins to start Spark.
   *
   * @param source where to get Spark from
   * @param settings from {@link SizedSettings#forManyRuns}
   * @param run which run goes on
   * @param rehearsal what is tried once Spark has started, each with a session of its own, so that
   *     what a JVM does once is done; only if all of Spark is in this process, and only until a run
   *     begins. That it fails is told to nobody: a run that fails likewise is.
   */
  public LastingSpark(
      Session.Source source,
      SparkConf settings,
      CurrentRun run,
      List<Consumer<SparkSession>> rehearsal) {
    this.source = source;
    this.settings = settings;
    this.run = run;
    this.rehearsal = rehearsal;
    begin();
  }

  private void begin() {
    isAwaited = false;
    var starting = new FutureTask<>(() -> source.open(settings, Inputs.none()));
    var rehearsing = new FutureTask<>(() -> afterRehearsal(starting.get().spark()));
    var thread =
        new Thread(
            () -> {
              starting.run();
              rehearsing.run();
            },
            "start-spark");
    thread.setDaemon(true);
    thread.start();
    start = starting;
    rehearsed = rehearsing;
  }

  private SparkSession afterRehearsal(SparkSession spark) {
    if (spark.sparkContext().isLocal()) {
      rehearsal.stream().takeWhile(part -> !isAwaited).forEach(part -> rehearse(part, spark));
    }
    return spark;
  }

  private static void rehearse(Consumer<SparkSession> part, SparkSession spark) {
    try {
      part.accept(spark.newSession());
    } catch (RuntimeException e) {
      LOG.debug("a rehearsal failed", e);
    }
  }

  /**
   * A session for one run.
   *
   * @param settingsOfRun its settings, of which those of sessions hold; the others are those that
   *     Spark was started with
   * @param inputs what it reads
   * @return a session, to be closed when the run has ended
   * @throws java.util.concurrent.CancellationException if the run is stopped already
   */
  public Session open(SparkConf settingsOfRun, Inputs inputs) {
    SparkSession spark = started().newSession();
    set(spark.conf(), SizedSettings.sizedFor(inputs, settingsOfRun));
    SparkContext context = spark.sparkContext();
    run.enterSpark(context);
    SparkSession.setActiveSession(spark);
    RunningTasks tasks = RunningTasks.of(context, run::jobBegins);
    return new Session(spark, () -> end(spark, tasks));
  }

  private static void set(RuntimeConfig conf, SparkConf settings) {
    Arrays.stream(settings.getAll())
        .filter(setting -> setting._1().startsWith(OF_SESSIONS) && conf.isModifiable(setting._1()))
        .forEach(setting -> conf.set(setting._1(), setting._2()));
  }

  private void end(SparkSession spark, RunningTasks tasks) {
    SparkContext context = spark.sparkContext();
    boolean haveEnded = tasks.end();
    tasks.leave();
    run.leaveSpark(context);
    if (haveEnded) {
      LeftoversOfRun.remove((org.apache.spark.sql.classic.SparkSession) spark);
    } else {
      // A task within a long loop does not hear of it: what comes next gets another Spark.
      context.stop();
    }
    SparkSession.clearActiveSession();
  }

  private SparkSession started() {
    if (start.isDone() && !isUsable()) {
      close();
      begin();
    }
    isAwaited = true;
    try {
      // Why there is no Spark, that of the start tells.
      start.get();
      return rehearsed.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Spark started", e);
    }
  }

  private boolean isUsable() {
    try {
      return !start.get().spark().sparkContext().isStopped();
    } catch (ExecutionException | InterruptedException e) {
      return false;
    }
  }

  /** Stops Spark, if it has started, whatever is rehearsed just then. */
  @Override
  public void close() {
    isAwaited = true;
    try {
      start.get().close();
    } catch (ExecutionException e) {
      // Whoever needed it was told.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
