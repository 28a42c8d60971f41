package org.hitledger.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
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
   * @throws org.hitledger.fault.ClusterFault if the master does not answer
   */
  public static Session start(SparkConf settings, Inputs inputs) {
    MasterCheck.requireUsable(settings.get("spark.master"));
    SparkSession spark =
        SparkSession.builder().config(SparkSettings.sizedFor(inputs, settings)).getOrCreate();
    return new Session(spark, SparkShutdown.of(spark));
  }

  @Override
  public void close() {
    whenDone.run();
  }
}
