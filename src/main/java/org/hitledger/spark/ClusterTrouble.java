package org.hitledger.spark;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hitledger.fault.ClusterFault;

/**
 * Why a cluster did not carry a run to its end, or does not begin with it: each in one line, with
 * what Spark says, where the log of that lies, and what to do.
 */
final class ClusterTrouble {
  private static final Pattern OF_EXECUTORS =
      Pattern.compile("ExecutorLostFailure|FetchFailed|maximum allowable number of times");

  private static final Pattern OF_APPLICATION =
      Pattern.compile(
          "SparkContext was shut down|Master removed our application|stopped SparkContext"
              + "|LiveListenerBus is stopped");

  private static final Pattern HEAP_IS_FULL =
      Pattern.compile("\\(TID \\d+\\) \\((.+)\\): (java\\.lang\\.OutOfMemoryError.*)");

  /** How a standalone master says that a person has ended an application. */
  private static final String BY_A_PERSON = "KILLED";

  private final String said;
  private final ClusterAccount account;

  private ClusterTrouble(String said, ClusterAccount account) {
    this.said = said;
    this.account = account;
  }

  /** Whether a failure is that of a cluster, of which Spark tells in words only. */
  static boolean isBehind(Throwable failure) {
    return saidBy(failure).isPresent();
  }

  private static Optional<String> saidBy(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .map(SparkFailures::firstLine)
        .filter(
            line ->
                Stream.of(OF_EXECUTORS, OF_APPLICATION, HEAP_IS_FULL)
                    .anyMatch(pattern -> pattern.matcher(line).find()))
        .findFirst();
  }

  /** The fault of a run that ended with a failure, by what the cluster has told until then. */
  static ClusterFault fault(Throwable failure, Optional<ClusterAccount> account) {
    String said = saidBy(failure).orElseGet(() -> SparkFailures.firstLine(failure));
    String why =
        account
            .map(told -> new ClusterTrouble(said, told).why())
            .orElseGet(() -> "Spark broke off in this process: %s; see to that".formatted(said));
    return new ClusterFault(why + ", and run again; nothing was published", failure);
  }

  private String why() {
    boolean isEnded = account.isEnded() || OF_APPLICATION.matcher(said).find();
    Matcher heap = HEAP_IS_FULL.matcher(said);
    if (heap.find()) {
      return heapIsFull(heap.group(1), heap.group(2));
    }
    if (isEnded && said.contains(BY_A_PERSON)) {
      return ended();
    }
    if (isEnded && !account.hadExecutors()) {
      return "no executor could start at %s, which has removed the application %s for that; see %s"
          .formatted(account.master(), account.application(), account.logsOfExecutors());
    }
    Optional<LostExecutor> told =
        account.last().filter(executor -> !isEnded || !executor.isUnexplained());
    if (told.isPresent()) {
      LostExecutor last = told.get();
      return "%s %s; %s".formatted(number(), last.told(), last.advice());
    }
    return isEnded
        ? ended()
        : "the cluster failed: %s; see %s".formatted(said, account.logsOfExecutors());
  }

  private String heapIsFull(String place, String error) {
    return "a task ran out of memory on %s: %s; its log: %s; %s"
        .formatted(
            place,
            error,
            account.last().map(LostExecutor::log).orElse("that of the executor"),
            ExecutorExit.OUT_OF_HEAP.advice());
  }

  private String number() {
    return account.lost() == 1
        ? "the run has lost an executor,"
        : "the run has lost %,d executors, the last one".formatted(account.lost());
  }

  private String ended() {
    return "the application %s was ended while it ran, by a person or by the cluster; see %s"
        .formatted(account.application(), account.log());
  }

  /**
   * What to say where no task runs.
   *
   * @param seconds for how long
   * @param account what the cluster has told until then
   */
  static String waiting(long seconds, ClusterAccount account) {
    return "no task has run for %d seconds: %s; the run goes on waiting"
        .formatted(seconds, whyWaiting(account));
  }

  /**
   * What to say where YARN does not even start the application.
   *
   * @param seconds for how long
   */
  static String notStarted(long seconds) {
    return "YARN has not started this application for %d seconds, as with a queue that is full; yarn application -list -appStates ACCEPTED shows it, and yarn application -status ID why it waits; the run goes on waiting"
        .formatted(seconds);
  }

  private static String whyWaiting(ClusterAccount account) {
    if (!MasterCheck.answers(account.master())) {
      return "no master answers at %s any more, so that no executor comes; start it again, or end the run"
          .formatted(account.master());
    }
    return account
        .last()
        .map(
            last ->
                "all executors are lost, the last one %s; %s, or end the run"
                    .formatted(last.told(), last.advice()))
        .orElseGet(
            () ->
                "no executor has come up at %s; %s"
                    .formatted(account.master(), account.whereExecutorsShow()));
  }
}
