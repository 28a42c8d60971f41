package org.hitledger.spark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.cluster.ExecutorInfo;
import scala.jdk.javaapi.CollectionConverters;

/** An application on a cluster, as Spark's listeners hear of its executors. */
final class WatchedApplication extends SparkListener {
  /** Of executors that are let go, since there is nothing for them to do. */
  private static final Pattern WANTED = Pattern.compile("killed by driver|[Dd]ecommission");

  private static final String DRIVER = "driver";

  private static final long LOOK_MILLIS = 500;

  /** How often Spark has warned of it until it is news for a person: a minute. */
  private static final int WARNINGS = 4;

  private final SparkContext context;
  private final Timer clock = new Timer("watch-cluster", true);
  private final Map<String, Executor> executors = new HashMap<>();
  private Optional<WaitingStages> waiting = Optional.empty();
  private boolean isRunOver;
  private boolean wasEnded;
  private final Set<String> lost = new HashSet<>();
  private Optional<LostExecutor> last = Optional.empty();

  private record Executor(String host, Optional<String> log) {}

  WatchedApplication(SparkContext context) {
    this.context = context;
  }

  /** For how long nothing has to happen until that is news for a person. */
  static long patienceMillis(SparkConf settings) {
    return WARNINGS * settings.getTimeAsMs("spark.starvation.timeout", "15s");
  }

  /** Listens from here on; what is told to a person where no task runs goes to the consumer. */
  void begin(Consumer<String> note) {
    context.addSparkListener(this);
    // Some may have come up before.
    CollectionConverters.asJava(context.statusStore().executorList(true)).stream()
        .filter(executor -> !DRIVER.equals(executor.id()))
        .forEach(
            executor ->
                add(
                    executor.id(),
                    executor.hostPort().replaceFirst(":\\d+$", ""),
                    CollectionConverters.asJava(executor.executorLogs())));
    var stages =
        new WaitingStages(
            System::nanoTime,
            TimeUnit.MILLISECONDS.toNanos(patienceMillis(context.conf())),
            nanos ->
                note.accept(
                    ClusterTrouble.waiting(TimeUnit.NANOSECONDS.toSeconds(nanos), account())));
    context.addSparkListener(stages);
    waiting = Optional.of(stages);
    clock.schedule(
        new TimerTask() {
          @Override
          public void run() {
            stages.look();
          }
        },
        LOOK_MILLIS,
        LOOK_MILLIS);
  }

  /** The run needs Spark no more: whatever ends from here on ends for that. */
  synchronized void end() {
    clock.cancel();
    wasEnded = context.isStopped();
    isRunOver = true;
  }

  /** Nobody asks about the run any more; until then, what Spark tells late is heard. */
  void forget() {
    context.removeSparkListener(this);
    waiting.ifPresent(context::removeSparkListener);
  }

  @Override
  public void onExecutorAdded(SparkListenerExecutorAdded event) {
    ExecutorInfo executor = event.executorInfo();
    add(
        event.executorId(),
        executor.executorHost(),
        CollectionConverters.asJava(executor.logUrlMap()));
  }

  private synchronized void add(String id, String host, Map<String, String> logs) {
    executors.put(id, new Executor(host, Optional.ofNullable(logs.get("stderr"))));
  }

  @Override
  public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved event) {
    if (!WANTED.matcher(event.reason()).find()) {
      var executor = lost(event.executorId(), event.reason());
      // On YARN one is removed twice: for its connection, and for its container, which says why.
      if (lost.add(event.executorId()) || !executor.isUnexplained()) {
        last = Optional.of(executor);
      }
    }
  }

  private LostExecutor lost(String id, String reason) {
    Optional<Executor> executor = Optional.ofNullable(executors.get(id));
    return new LostExecutor(
        executor
            .map(known -> "executor %s on %s".formatted(id, known.host()))
            .orElse("executor " + id),
        reason.strip().replaceAll("\\s*\\R\\s*", " "),
        executor
            .flatMap(Executor::log)
            .orElseGet(
                () ->
                    "%s/%s/stderr in the work folder of its worker"
                        .formatted(context.applicationId(), id)));
  }

  /** What has been told until now. */
  synchronized ClusterAccount account() {
    return new ClusterAccount(
        context.master(),
        context.applicationId(),
        context.conf().get("spark.executor.memory", "1g"),
        isRunOver ? wasEnded : context.isStopped(),
        !executors.isEmpty(),
        lost.size(),
        last);
  }
}
