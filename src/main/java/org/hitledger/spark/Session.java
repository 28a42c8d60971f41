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
   * Starts Spark for one run alone, and stops it after.
   *
   * @param settings from {@link SparkSettings#complete}
   * @param inputs what will be read
   * @return a session, to be closed
   * @throws org.hitledger.fault.UsageFault if there can be no such master
   * @throws ClusterFault if the master does not answer, or takes no application
   */
  public static Session start(SparkConf settings, Inputs inputs) {
    String master = settings.get("spark.master");
    MasterCheck.requireUsable(master);
    SparkSession spark = start(master, SparkSettings.sizedFor(inputs, settings));
    return new Session(spark, SparkShutdown.of(spark));
  }

  private static SparkSession start(String master, SparkConf settings) {
    try {
      return SparkSession.builder().config(settings).getOrCreate();
    } catch (Exception e) {
      // Spark throws what it has not declared.
      if (MasterCheck.isLocal(master)) {
        throw e;
      }
      throw new ClusterFault(
          "no application could be started at %s: %s; see the log of the master, and whether it asks for a secret (spark.authenticate)"
              .formatted(master, SparkFailures.firstLine(e)),
          e);
    }
  }

  @Override
  public void close() {
    whenDone.run();
  }
}
