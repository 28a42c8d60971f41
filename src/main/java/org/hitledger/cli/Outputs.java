package org.hitledger.cli;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.ShutdownHookManager;
import org.hitledger.fault.Fault;
import org.hitledger.input.Inputs;
import org.hitledger.result.Publication;
import org.hitledger.result.ResultFolder;

/**
 * What a run publishes: results, rejected lines, both or nothing. What is not published when it is
 * closed, or when the process is told to stop, is removed.
 */
final class Outputs implements AutoCloseable {
  /**
   * Hooks with more go first: Spark's with 40 stops the tasks, Hadoop's with 10 its file systems.
   */
  private static final int BETWEEN_SPARK_AND_HADOOP = 20;

  private final Optional<Publication> results;
  private final Optional<Publication> rejects;
  private final Runnable whenStopped;
  private volatile boolean isComplete;

  private Outputs(
      Optional<Publication> results, Optional<Publication> rejects, Consumer<String> notes) {
    this.results = results;
    this.rejects = rejects;
    this.whenStopped = () -> stop(notes);
    ShutdownHookManager.get().addShutdownHook(whenStopped, BETWEEN_SPARK_AND_HADOOP);
  }

  /**
   * Prepares all outputs of a run.
   *
   * @param notes told what a user should know of earlier runs' traces, and that this one was
   *     stopped
   */
  static Outputs begin(
      CountCommand arguments, Inputs inputs, Configuration hadoop, Consumer<String> notes) {
    Optional<ResultFolder> results = folder("--output", arguments.output, inputs, hadoop);
    Optional<ResultFolder> rejects = folder("--rejects", arguments.rejects, inputs, hadoop);
    rejects.ifPresent(folder -> results.ifPresent(folder::requireApartFrom));
    boolean overwrite = arguments.overwrite;
    Optional<Publication> first =
        results.map(folder -> Publication.begin(folder, overwrite, hadoop));
    try {
      var outputs =
          new Outputs(
              first, rejects.map(folder -> Publication.begin(folder, overwrite, hadoop)), notes);
      outputs.all().flatMap(publication -> publication.notes().stream()).forEach(notes);
      return outputs;
    } catch (Fault e) {
      first.ifPresent(Publication::close);
      throw e;
    }
  }

  private static Optional<ResultFolder> folder(
      String option, Optional<String> argument, Inputs inputs, Configuration hadoop) {
    Optional<ResultFolder> folder = argument.map(name -> ResultFolder.at(option, name, hadoop));
    folder.ifPresent(named -> named.requireApartFrom(inputs));
    return folder;
  }

  Optional<Publication> results() {
    return results;
  }

  Optional<Publication> rejects() {
    return rejects;
  }

  /** The results come last: where their manifest is new, the rejected lines are too. */
  void complete(byte[] manifest) {
    rejects.ifPresent(publication -> publication.complete(manifest));
    results.ifPresent(publication -> publication.complete(manifest));
    isComplete = true;
  }

  private Stream<Publication> all() {
    return Stream.concat(rejects.stream(), results.stream());
  }

  private void stop(Consumer<String> notes) {
    if (!isComplete) {
      notes.accept("stopped; nothing was published");
    }
    removeUnpublished();
  }

  private void removeUnpublished() {
    all().forEach(Publication::close);
  }

  @Override
  public void close() {
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(whenStopped);
    }
    removeUnpublished();
  }
}
