package org.hitledger.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.hitledger.fault.ClusterFault;
import org.hitledger.source.Inputs;

/**
 * Spark, for as long as a run needs it.
 *
 * @param spark the session
 * @param whenDone what {@link #close} does
 */
public record Session(SparkSession spark, Runnable whenDone) implements AutoCloseable {

  /**
   * How Spark names an application that a standalone master has given no name. Its context may come
   * up all the same, if the master refuses it just then, and is stopped a moment later.
   */
  private static final String ID_OF_NO_MASTER = "spark-application-";

  /** How Spark says that YARN has ended an application that had no executor yet. */
  private static final String ENDED_BEFORE_EXECUTORS = "stopped while waiting for backend";

  /** Where runs get their sessions from. */
  @FunctionalInterface
  public interface Source {
    /**
     * A session for one run.
     *
     * @param settings from {@link SparkSettings#complete}
     * @param inputs what will be read
     * @return a session, to be closed
     */
    Session open(SparkConf settings, Inputs inputs);
  }

  /**
   * Starts Spark.
   *
   * @param settings from {@link SparkSettings#complete}
   * @param inputs what will be read
   * @return Spark, which {@link SparkShutdown} stops
   * @throws org.hitledger.fault.UsageFault if there can be no such master
   * @throws ClusterFault if the master does not answer, or takes no application
   */
  static SparkSession start(SparkConf settings, Inputs inputs) {
    String master = settings.get("spark.master");
    MasterCheck.requireUsable(master);
    return start(master, SizedSettings.sizedFor(inputs, settings));
  }

  private static SparkSession start(String master, SparkConf settings) {
    SparkSession spark;
    ScalaReflection.prepare();
    try {
      // The builder of Spark's interface looks for this class by reflection, and would wait for it.
      spark = org.apache.spark.sql.classic.SparkSession.builder().config(settings).getOrCreate();
    } catch (Exception e) {
      // Spark throws what it has not declared.
      if (MasterCheck.isLocal(master)) {
        throw e;
      }
      throw new ClusterFault(notStarted(master, reason(e)), e);
    }
    if (spark.sparkContext().applicationId().startsWith(ID_OF_NO_MASTER)) {
      spark.stop();
      throw new ClusterFault(notStarted(master, "the master has not taken it"));
    }
    return spark;
  }

  /** That a context was stopped tells nobody by whom, or why. */
  private static String reason(Exception failure) {
    return ClusterTrouble.isBehind(failure)
        ? "the master refused it, or its executors ended at once"
        : SparkFailures.firstLine(failure);
  }

  private static String notStarted(String master, String reason) {
    if (reason.contains(ENDED_BEFORE_EXECUTORS)) {
      return "the application has ended before an executor came up, as when they cannot start or a person kills it; yarn application -list -appStates ALL has its ID, and yarn logs -applicationId ID what they wrote";
    }
    if (master.equals("yarn")) {
      return "YARN has started no application: %s; see --queue, the containers' memory, and what yarn application -status ID says"
          .formatted(reason);
    }
    return "no application could be started at %s: %s; see the logs of the master and of its workers, and whether it asks for a secret (spark.authenticate)"
        .formatted(master, reason);
  }

  @Override
  public void close() {
    whenDone.run();
  }
}
