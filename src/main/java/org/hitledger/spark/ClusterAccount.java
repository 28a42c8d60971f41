package org.hitledger.spark;

import java.util.Optional;

/**
 * What a cluster has told of the application of a run.
 *
 * @param master Spark's setting
 * @param application the name that the cluster gave it
 * @param memory what each executor is to have, as it is set
 * @param isEnded whether it was ended by something else than this run
 * @param hadExecutors whether one has ever come up
 * @param lost how many executors have ended before their time
 * @param last the last one of them
 */
record ClusterAccount(
    String master,
    String application,
    String memory,
    boolean isEnded,
    boolean hadExecutors,
    int lost,
    Optional<LostExecutor> last) {
  private static final String YARN = "yarn";

  /** Where the log lies of what keeps the application. */
  String log() {
    return YARN.equals(master) ? logsOfYarn() : "the log of " + master;
  }

  /** Where the logs of executors lie. */
  String logsOfExecutors() {
    return YARN.equals(master)
        ? logsOfYarn()
        : "the logs of the workers, and %s/NUMBER/stderr in their work folders"
            .formatted(application);
  }

  /** Where to see why no executor comes up. */
  String whereExecutorsShow() {
    return YARN.equals(master)
        ? "see with yarn node -list -showDetails whether a node has %s of memory (spark.executor.memory) and more beside it free, and with %s whether executors end as soon as they start"
            .formatted(memory, logsOfYarn())
        : "see on its web page whether a worker has %s of memory (spark.executor.memory) and the cores free, and whether executors end as soon as they start"
            .formatted(memory);
  }

  private String logsOfYarn() {
    return "yarn logs -applicationId " + application;
  }
}
