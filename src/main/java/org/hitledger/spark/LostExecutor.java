package org.hitledger.spark;

/**
 * An executor that ended before its application did.
 *
 * @param name its number and its host
 * @param reason what Spark says of it, in one line
 * @param log where its own log lies
 */
record LostExecutor(String name, String reason, String log) {
  /** All of it as a clause, with what it means. */
  String told() {
    return "%s: %s (%s); its log: %s"
        .formatted(name, reason, ExecutorExit.of(reason).meaning(), log);
  }

  /** Whether Spark has only seen that it is gone, as when all of its application is. */
  boolean isUnexplained() {
    return reason.contains("Executor Process Lost");
  }

  /** What to do. */
  String advice() {
    return ExecutorExit.of(reason).advice();
  }
}
