package org.hitledger.query;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.hitledger.fault.Fault;
import org.hitledger.fault.UsageFault;
import org.hitledger.spark.ClusterWatch;
import org.hitledger.spark.SparkFailures;

/** Tells a query that is wrong from a program or a cluster that is. */
public final class QueryFailures {
  private QueryFailures() {}

  /**
   * Explains a failure.
   *
   * @param failure what preparing or running a query threw
   * @return the fault behind it, with Spark's words on one line, if the query is wrong; or else the
   *     failure itself
   */
  public static RuntimeException orItself(Exception failure) {
    Optional<? extends RuntimeException> fault =
        SparkFailures.explain(failure).or(() -> wrongQuery(failure));
    return fault.isPresent() ? fault.get() : unchecked(failure);
  }

  private static RuntimeException unchecked(Exception failure) {
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }

  /** Spark names the condition of all that is not its own bug, also where a task met with it. */
  private static Optional<Fault> wrongQuery(Throwable failure) {
    if (ClusterWatch.isOfCluster(failure)) {
      return Optional.empty();
    }
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(QueryFailures::isOfQuery)
        .findFirst()
        .map(cause -> new UsageFault("the query is wrong: " + words(cause), failure));
  }

  private static boolean isOfQuery(Throwable cause) {
    return cause instanceof SparkThrowable spark
        && spark.getCondition() != null
        && !spark.getCondition().startsWith("INTERNAL_ERROR");
  }

  /** Without the query, which stands below the message, and without plans. */
  private static String words(Throwable cause) {
    String message =
        cause instanceof AnalysisException analysis
            ? analysis.getSimpleMessage()
            : cause.getMessage();
    return message
        .strip()
        .lines()
        .takeWhile(line -> !line.startsWith("=="))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
