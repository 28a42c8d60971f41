package org.hitledger.spark;

import java.util.Optional;
import org.apache.spark.SparkConf;
import org.hitledger.fault.ClusterFault;
import org.hitledger.source.Inputs;

/**
 * This process's application, as a cluster manager knows it. What became of it is told at the very
 * end, with the exit code, which no session knows when it closes: YARN shows an application of
 * which it was told nothing as one that succeeded.
 */
public final class SparkApplication implements Session.Source {
  private volatile Optional<SparkShutdown> started = Optional.empty();

  @Override
  public Session open(SparkConf settings, Inputs inputs) {
    // One at a time: whoever opens another has seen the one before end.
    started.ifPresent(before -> before.stop(0));
    var shutdown = SparkShutdown.of(Session.start(settings, inputs));
    started = Optional.of(shutdown);
    return new Session(shutdown.spark(), shutdown::leave);
  }

  /**
   * Whether YARN hosts the driver, which is this process then. It takes leaving {@code main} by an
   * exception for a failure, returning from it for success, and any {@code System.exit} for a
   * driver that has died.
   *
   * @return false for every other deployment
   */
  public static boolean isHostedByYarn() {
    return "yarn".equals(new SparkConf().get("spark.master", "")) && isHosted();
  }

  /**
   * Whether a cluster hosts the driver. It takes any exit code but 0 for a failure, and may start
   * what has failed once more.
   *
   * @return false in client mode
   */
  public static boolean isHosted() {
    return "cluster".equals(new SparkConf().get("spark.submit.deployMode", ""));
  }

  /**
   * Stops Spark, if it has started, and tells the cluster manager how it ended.
   *
   * @param exitCode 0 for an application that has succeeded
   */
  public void end(int exitCode) {
    if (started.isEmpty() && isHostedByYarn()) {
      beKnownToYarn();
    }
    started.ifPresent(shutdown -> shutdown.stop(exitCode));
  }

  /**
   * YARN takes every driver that has not started Spark for one that failed, and keeps nothing of
   * what it said. A run that needs no Spark, or that ends before, starts one that asks for no
   * executor.
   */
  private void beKnownToYarn() {
    SparkConf settings =
        SparkSettings.complete(new SparkConf())
            .set("spark.executor.instances", "0")
            .set("spark.dynamicAllocation.enabled", "false");
    try {
      open(settings, Inputs.none());
    } catch (ClusterFault e) {
      // What the run itself had to say stands in its log; there is nobody else to tell.
    }
  }
}
