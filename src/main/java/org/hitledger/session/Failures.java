package org.hitledger.session;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkThrowable;
import org.hitledger.fault.Fault;
import org.hitledger.fault.InputFault;
import org.hitledger.fault.OutputFault;

/** Finds in Spark's nested exceptions what a user can do something about. */
public final class Failures {
  private Failures() {}

  /**
   * Explains a failure.
   *
   * @param failure what an action of Spark threw
   * @return the fault behind it, or nothing if it is none of a user's
   */
  public static Optional<Fault> explain(Throwable failure) {
    if (failure instanceof Fault fault) {
      return Optional.of(fault);
    }
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> fault(cause, failure).stream())
        .findFirst();
  }

  private static Optional<Fault> fault(Throwable cause, Throwable failure) {
    if (!(cause instanceof SparkThrowable spark) || spark.getCondition() == null) {
      return Optional.empty();
    }
    String condition = spark.getCondition();
    if (condition.startsWith("FAILED_READ_FILE")) {
      return Optional.of(unreadable(spark.getMessageParameters().get("path"), cause, failure));
    }
    if (condition.startsWith("TASK_WRITE_FAILED")) {
      return Optional.of(
          new OutputFault(
              "the results could not be written: %s; older results are untouched"
                  .formatted(deepest(cause)),
              failure));
    }
    return Optional.empty();
  }

  private static Fault unreadable(String uri, Throwable cause, Throwable failure) {
    return new InputFault(
        "%s cannot be read: %s; replace the file or leave it out"
            .formatted(new Path(URI.create(uri)), deepest(cause)),
        failure);
  }

  private static String deepest(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
