package org.hitledger.spark;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkThrowable;
import org.hitledger.compression.DamageException;
import org.hitledger.compression.ForeignContentException;
import org.hitledger.compression.Packing;
import org.hitledger.fault.ClusterFault;
import org.hitledger.fault.Fault;
import org.hitledger.fault.InputFault;
import org.hitledger.fault.OutputFault;
import org.hitledger.fault.UsageFault;
import org.hitledger.lines.UnreadableFileException;
import org.hitledger.source.Advice;
import org.hitledger.source.InputFile;

/** Finds in Spark's nested exceptions what a user can do something about. */
public final class SparkFailures {
  private static final String PARQUET = ".parquet";
  private static final String CHANGED_IN_STORE = "RemoteFileChangedException";

  private SparkFailures() {}

  /**
   * Explains a failure, but for those of a cluster, which {@link ClusterWatch} explains.
   *
   * @param failure what an action of Spark threw
   * @return the fault behind it, or nothing if it is none of a user's
   */
  public static Optional<Fault> explain(Throwable failure) {
    return causes(failure)
        .flatMap(cause -> faultOfReading(cause, failure).stream())
        .findFirst()
        .or(() -> causes(failure).flatMap(cause -> fault(cause, failure).stream()).findFirst())
        .or(() -> fullDisk(failure));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  /** In our words already, and of our own reader: to Spark it is what could not be written. */
  private static Optional<Fault> faultOfReading(Throwable cause, Throwable failure) {
    if (cause instanceof Fault fault) {
      return Optional.of(fault);
    }
    return cause instanceof UnreadableFileException unreadable
        ? Optional.of(unreadable(unreadable.uri(), unreadable, failure))
        : Optional.empty();
  }

  /** Spark tells of it in words only. */
  private static Optional<Fault> fullDisk(Throwable failure) {
    return String.valueOf(failure.getMessage()).contains("No space left on device")
        ? Optional.of(
            new ClusterFault(
                "no space left for what Spark keeps on disk; set spark.local.dir to a larger one",
                failure))
        : Optional.empty();
  }

  private static Optional<Fault> fault(Throwable cause, Throwable failure) {
    if (!(cause instanceof SparkThrowable spark) || spark.getCondition() == null) {
      return Optional.empty();
    }
    String condition = spark.getCondition();
    if (condition.startsWith("FAILED_READ_FILE")) {
      return Optional.of(unreadable(spark.getMessageParameters().get("path"), cause, failure));
    }
    if (condition.startsWith("PATH_NOT_FOUND")) {
      return Optional.of(
          new InputFault(
              "%s vanished while the run was going; run again without it or with it back"
                  .formatted(spark.getMessageParameters().get("path")),
              failure));
    }
    if (condition.startsWith("INVALID_CONF_VALUE")) {
      return Optional.of(new UsageFault(firstLine(cause), failure));
    }
    if (condition.startsWith("TASK_WRITE_FAILED")) {
      return Optional.of(unwritten(cause, failure));
    }
    return Optional.empty();
  }

  /**
   * Explains a failure of what only writes. Not all that can go wrong with a file system has a name
   * in Spark, such as that it has no inode left for one more folder.
   *
   * @param failure what writing has thrown
   * @return the fault behind it, or nothing if it is none of a user's
   */
  private static Optional<Fault> explainWriting(Throwable failure) {
    return explain(failure)
        .or(
            () ->
                deepestOf(failure) instanceof IOException cause && !ClusterTrouble.isBehind(failure)
                    ? Optional.of(unwritten(cause, failure))
                    : Optional.empty());
  }

  /**
   * Does what only writes, and throws what went wrong with it in our words.
   *
   * @param writing what Spark does; it throws what it has not declared
   * @throws Fault that a user can do something about
   */
  public static void whileWriting(Runnable writing) {
    try {
      writing.run();
    } catch (Exception e) {
      throw explainWriting(e)
          .<RuntimeException>map(fault -> fault)
          .orElseGet(() -> new IllegalStateException(e));
    }
  }

  private static OutputFault unwritten(Throwable cause, Throwable failure) {
    return new OutputFault(
        "the results could not be written: %s; older results are untouched"
            .formatted(deepest(cause)),
        failure);
  }

  private static Fault unreadable(String uri, Throwable cause, Throwable failure) {
    String path = InputFile.nameOf(uri);
    var file = new Path(URI.create(uri));
    Optional<Packing> packing = Packing.ofName(file.getName());
    Throwable reason = deepestOf(cause);
    if (reason instanceof ForeignContentException foreign) {
      return new Advice(file).unpack(foreign.content(), packing);
    }
    if (reason instanceof DamageException damage) {
      return new Advice(file).damaged(packing.orElseThrow(), damage);
    }
    if (isReplaced(cause)) {
      return new InputFault("%s changed while it was read; run again".formatted(path), failure);
    }
    // Without a part of a table the others would still be read, and rows be missing.
    String advice =
        path.endsWith(PARQUET)
            ? "put it back as it was, or make these results anew from their logs"
            : "replace the file or leave it out";
    return new InputFault(
        "%s cannot be read: %s; %s".formatted(path, deepest(cause), advice), failure);
  }

  /**
   * S3A asks for each part with the ETag that the first one had. It need not be on the class path.
   */
  private static boolean isReplaced(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause.getClass().getSimpleName().equals(CHANGED_IN_STORE));
  }

  /** What a failure says, in a line. */
  static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  private static Throwable deepestOf(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String deepest(Throwable failure) {
    Throwable cause = deepestOf(failure);
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
