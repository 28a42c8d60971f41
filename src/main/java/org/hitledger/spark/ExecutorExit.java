package org.hitledger.spark;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why an executor has ended, as far as what Spark says of it tells. Codes from 50 on are Spark's
 * own ({@code SparkExitCode}, {@code ExecutorExitCode}); those above 128 name a signal.
 */
enum ExecutorExit {
  OVER_ITS_LIMIT(
      "running beyond|memory limits|OOMKilled|container OOM",
      "it took more memory than the cluster allows it",
      "give executors room beside their heap (spark.executor.memoryOverhead) or fewer cores (spark.executor.cores)"),
  OUT_OF_HEAP(
      code(52),
      "its heap was full",
      "give executors more memory (spark.executor.memory) or fewer cores (spark.executor.cores)"),
  KILLED(
      code(137),
      "killed, by a person, or by the system for want of memory",
      "if it was for memory, ask for less of it (spark.executor.memory) or for fewer cores (spark.executor.cores)"),
  TOLD_TO_END(
      code(143),
      "told to end, by a person or in favour of others",
      "ask those who run the cluster whether it takes executors away"),
  NO_LOCAL_DISK(
      code(53),
      "no folder for it on local disk",
      "see that spark.local.dir can be written on the workers, and has space"),
  UNHEARD(
      code(56) + "|[Hh]eartbeat",
      "driver and executor did not hear of each other any more",
      "see whether their machines and the network are overloaded"),
  VANISHED(
      "disassociated|[Ww]orker lost|lost worker|[Ww]orker shutting down",
      "it or its machine has vanished",
      "see whether its worker runs"),
  OTHER("", "nobody but its log says why", "see there");

  private final Pattern pattern;
  private final String meaning;
  private final String advice;

  ExecutorExit(String pattern, String meaning, String advice) {
    this.pattern = Pattern.compile(pattern);
    this.meaning = meaning;
    this.advice = advice;
  }

  private static String code(int number) {
    return "([Cc]ode|[Ss]tatus)[: ]+" + number + "\\b";
  }

  /** By what Spark says. */
  static ExecutorExit of(String reason) {
    return Stream.of(values())
        .filter(exit -> exit.pattern.matcher(reason).find())
        .findFirst()
        .orElse(OTHER);
  }

  /** What it means, in a few words. */
  String meaning() {
    return meaning;
  }

  /** What to do before the next run. */
  String advice() {
    return advice;
  }
}
