package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.spark.SparkException;
import org.hitledger.fault.ClusterFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark's words are those that runs on real clusters gave. */
class ClusterTroubleTest {
  private static final String STOPPED = "Cannot call methods on a stopped SparkContext.\nThis ...";
  private static final String ABORTED =
      "Job aborted due to stage failure: Task 0 in stage 0.0 failed 2 times, most recent failure: "
          + "Lost task 0.1 in stage 0.0 (TID 3) (127.0.0.2 executor 1): ";
  private static final String LOST =
      ABORTED
          + "ExecutorLostFailure (executor 1 exited caused by one of the running tasks) Reason: Command exited with code 137\nDriver stacktrace:";

  /** Of an application on a cluster that cannot be asked. */
  private static ClusterAccount account(
      boolean isEnded, boolean hadExecutors, LostExecutor... lost) {
    return new ClusterAccount(
        "yarn",
        "app-1",
        "2g",
        isEnded,
        hadExecutors,
        lost.length,
        lost.length == 0 ? Optional.empty() : Optional.of(lost[lost.length - 1]));
  }

  private static LostExecutor executor(int number, String reason) {
    return new LostExecutor(
        "executor %d on host-%1$d".formatted(number),
        reason,
        "http://host-%d/log".formatted(number));
  }

  private static String told(String said, ClusterAccount account) {
    ClusterFault fault = ClusterTrouble.fault(new SparkException(said), Optional.of(account));
    assertThat(fault.getMessage())
        .doesNotContain("\n", "SparkContext")
        .endsWith(", and run again; nothing was published");
    return fault.getMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        STOPPED,
        "LiveListenerBus is stopped.",
        "Job 0 cancelled because SparkContext was shut down",
        ABORTED + "Master removed our application: FAILED",
        "what fails where nobody thinks of a cluster"
      })
  void an_application_without_executors_that_was_ended_could_start_none(String said) {
    assertThat(told(said, account(true, false)))
        .startsWith(
            "no executor could start at yarn, which has removed the application app-1 for that; see yarn logs -applicationId app-1, and run again");
  }

  @ParameterizedTest
  @ValueSource(strings = {STOPPED, "Job 0 cancelled because SparkContext was shut down", "other"})
  void an_application_that_lost_none_was_ended_by_others(String said) {
    assertThat(told(said, account(true, true)))
        .startsWith(
            "the application app-1 was ended while it ran, by a person or by the cluster; ");
  }

  @Test
  void what_a_person_killed_is_no_fault_of_executors() {
    assertThat(
            told(
                "Master removed our application: KILLED",
                account(false, true, executor(0, "Command exited with code 1"))))
        .startsWith("the application app-1 was ended while it ran");
  }

  @Test
  void executors_that_went_with_their_application_are_no_reason() {
    LostExecutor gone = executor(0, "Executor Process Lost");

    assertThat(told(STOPPED, account(true, true, gone)))
        .startsWith(
            "the application app-1 was ended while it ran, by a person or by the cluster; see yarn logs -applicationId app-1, and");
    assertThat(told(LOST, account(false, true, gone)))
        .startsWith("the run has lost an executor, executor 0 on host-0: Executor Process Lost (");
  }

  @Test
  void the_last_of_lost_executors_is_told_with_its_log() {
    LostExecutor first = executor(0, "Command exited with code 1");
    LostExecutor last = executor(1, "Command exited with code 137");

    assertThat(told(LOST, account(false, true, first, last)))
        .startsWith(
            "the run has lost 2 executors, the last one executor 1 on host-1: Command exited with code 137 (killed, by a person, or by the system for want of memory); its log: http://host-1/log; if it was for memory, ");
    assertThat(told(STOPPED, account(true, true, last)))
        .startsWith("the run has lost an executor, executor 1 on host-1: ");
  }

  @Test
  void a_task_without_memory_is_told_where_it_ran_and_executors_may_live() {
    String said = ABORTED + "java.lang.OutOfMemoryError: Java heap space\n\tat org.Some.where";

    assertThat(told(said, account(false, true)))
        .isEqualTo(
            "a task ran out of memory on 127.0.0.2 executor 1: java.lang.OutOfMemoryError: Java heap space; its log: that of the executor; give executors more memory (spark.executor.memory) or fewer cores (spark.executor.cores), and run again; nothing was published");
  }

  @Test
  void what_has_no_kind_is_told_in_sparks_words() {
    String said = ABORTED + "FetchFailed(null, shuffleId=0)";

    assertThat(ClusterTrouble.isBehind(new IllegalStateException(new SparkException(said))))
        .isTrue();
    assertThat(told(said, account(false, true)))
        .startsWith("the cluster failed: " + said + "; see yarn logs -applicationId app-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Task not serializable", "java.lang.OutOfMemoryError: Java heap space"})
  void other_failures_are_of_no_cluster(String said) {
    assertThat(ClusterTrouble.isBehind(new SparkException(said))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Command exited with code 52, OUT_OF_HEAP",
    "Command exited with code 137, KILLED",
    "Container from a bad node: container_1 on host: h. Exit status: 137. Diagnostics: , KILLED",
    "'Container killed by YARN for exceeding physical memory limits. 1.5 GB of 1.4 GB used.', OVER_ITS_LIMIT",
    "'The executor with id 1 exited with exit code 137(SIGKILL, possible container OOM).', OVER_ITS_LIMIT",
    "Command exited with code 143, TOLD_TO_END",
    "Command exited with code 53, NO_LOCAL_DISK",
    "Executor heartbeat timed out after 130000 ms, UNHEARD",
    "Remote RPC client disassociated. Likely due to containers exceeding thresholds, VANISHED",
    "Worker shutting down, VANISHED",
    "Command exited with code 1, OTHER",
    "Command exited with code 1370, OTHER",
  })
  void why_an_executor_ended_is_known_by_its_code_or_words(String reason, ExecutorExit exit) {
    assertThat(ExecutorExit.of(reason)).isEqualTo(exit);
  }

  @Test
  void a_run_that_waits_is_told_what_it_waits_for() {
    assertThat(ClusterTrouble.waiting(60, account(false, false)))
        .isEqualTo(
            "no task has run for 60 seconds: no executor has come up at yarn; see with yarn node -list -showDetails whether a node has 2g of memory (spark.executor.memory) and more beside it free, and with yarn logs -applicationId app-1 whether executors end as soon as they start; the run goes on waiting");
    assertThat(
            ClusterTrouble.waiting(
                60, account(false, true, executor(3, "Command exited with code 143"))))
        .startsWith(
            "no task has run for 60 seconds: all executors are lost, the last one executor 3 on host-3: Command exited with code 143 (told to end, ");
  }
}
