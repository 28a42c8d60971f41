package org.hitledger.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Faults;
import org.hitledger.testing.SharedSpark;

/**
 * Runs a command whose ledger stands on a file system that goes wrong. The scheme {@code fault:} is
 * made known as a user would, by Spark's settings, which are those of this JVM for so long.
 */
final class FaultyRun {
  private static final String OF_SPARK = "spark.hadoop.";

  private FaultyRun() {}

  static CommandRun of(Faults faults, Object... words) {
    Configuration ofSession = SharedSpark.session().sparkContext().hadoopConfiguration();
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, String> entry : faults.hadoop()) {
      names.add(entry.getKey());
      System.setProperty(OF_SPARK + entry.getKey(), entry.getValue());
      ofSession.set(entry.getKey(), entry.getValue());
    }
    try {
      return CommandRun.of(words);
    } finally {
      awaitTasks();
      for (String name : names) {
        System.clearProperty(OF_SPARK + name);
        ofSession.unset(name);
      }
    }
  }

  /** Tasks of a job that failed go on for a while, which they do not if their process has ended. */
  private static void awaitTasks() {
    var tracker = SharedSpark.session().sparkContext().statusTracker();
    while (Arrays.stream(tracker.getExecutorInfos()).anyMatch(e -> e.numRunningTasks() > 0)) {
      Thread.onSpinWait();
    }
  }
}
