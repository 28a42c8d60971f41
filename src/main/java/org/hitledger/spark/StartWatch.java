package org.hitledger.spark;

import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;

/** Tells a person that Spark's start takes long, until it ends. */
final class StartWatch {
  private final Optional<Timer> clock;

  private StartWatch(Optional<Timer> clock) {
    this.clock = clock;
  }

  /** Begins; only YARN lets those wait for whom it has no room. */
  static StartWatch begin(SparkConf settings, Consumer<String> note) {
    return new StartWatch(
        "yarn".equals(settings.get("spark.master"))
            ? Optional.of(clock(WatchedApplication.patienceMillis(settings), note))
            : Optional.empty());
  }

  private static Timer clock(long patience, Consumer<String> note) {
    var clock = new Timer("watch-start", true);
    clock.schedule(
        new TimerTask() {
          @Override
          public void run() {
            note.accept(ClusterTrouble.notStarted(TimeUnit.MILLISECONDS.toSeconds(patience)));
          }
        },
        patience);
    return clock;
  }

  void end() {
    clock.ifPresent(Timer::cancel);
  }
}
