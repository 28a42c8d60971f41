package org.hitledger.spark;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.hitledger.fault.ClusterFault;
import org.hitledger.fault.Fault;
import org.hitledger.fault.InputFault;
import org.hitledger.fault.UsageFault;
import org.hitledger.source.Inputs;

/**
 * Watches what a cluster makes of the run that goes on, of several that may follow one another in
 * one process, and explains by that why it failed. Failures of a cluster say little themselves, or
 * nothing: whatever a run does once its application is gone fails in its own way.
 */
public final class ClusterWatch {
  private Optional<WatchedApplication> application = Optional.empty();

  /**
   * A run begins to use Spark.
   *
   * @param sessions where it gets Spark from
   * @param settings from {@link SparkSettings#complete}
   * @param inputs what will be read
   * @param note told where it has to wait for long
   * @return a session, to be closed
   */
  public Session open(
      Session.Source sessions, SparkConf settings, Inputs inputs, Consumer<String> note) {
    StartWatch start = StartWatch.begin(settings, note);
    try {
      return watch(sessions.open(settings, inputs), note);
    } finally {
      start.end();
    }
  }

  private synchronized Session watch(Session session, Consumer<String> note) {
    application.ifPresent(WatchedApplication::forget);
    SparkContext context = session.spark().sparkContext();
    if (MasterCheck.isLocal(context.master())) {
      application = Optional.empty();
      return session;
    }
    var watched = new WatchedApplication(context);
    application = Optional.of(watched);
    watched.begin(note);
    return new Session(
        session.spark(),
        () -> {
          watched.end();
          session.close();
        });
  }

  /**
   * Explains why a run failed.
   *
   * @param failure what it threw
   * @return the fault behind it, or nothing if it is none of a user's or of a cluster
   */
  public synchronized Optional<Fault> explain(Throwable failure) {
    Optional<Fault> known = SparkFailures.explain(failure);
    if (known.filter(ClusterWatch::isSure).isPresent()) {
      return known;
    }
    Optional<ClusterAccount> account = application.map(WatchedApplication::account);
    return account.filter(ClusterAccount::isEnded).isPresent() || ClusterTrouble.isBehind(failure)
        ? Optional.of(ClusterTrouble.fault(failure, account))
        : known;
  }

  /**
   * Whether a failure is that of a cluster.
   *
   * @param failure what an action of Spark threw
   * @return true if Spark's words are of lost executors or of an application that is gone
   */
  public static boolean isOfCluster(Throwable failure) {
    return ClusterTrouble.isBehind(failure);
  }

  /** What cannot be written may be so since the cluster is gone. */
  private static boolean isSure(Fault fault) {
    return fault instanceof UsageFault
        || fault instanceof InputFault
        || fault instanceof ClusterFault;
  }
}
