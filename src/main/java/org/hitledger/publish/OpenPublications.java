package org.hitledger.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.ShutdownHookManager;
import org.hitledger.fault.OutputFault;

/**
 * The publications of a run. What is not published when it is closed, or when the process is told
 * to stop, is removed; once it was told, none begins.
 */
final class OpenPublications implements AutoCloseable {
  /**
   * Hooks with more go first: Spark's with 40 stops the tasks, Hadoop's with 10 its file systems.
   */
  private static final int BETWEEN_SPARK_AND_HADOOP = 20;

  private final Consumer<String> notes;
  private final List<Publication> publications = new ArrayList<>();
  private final Runnable whenStopped = this::stop;
  private boolean isStopped;
  private volatile boolean isComplete;

  /**
   * None yet.
   *
   * @param notes told what a user should know of earlier runs' traces, and that this one was
   *     stopped
   */
  OpenPublications(Consumer<String> notes) {
    this.notes = notes;
    ShutdownHookManager.get().addShutdownHook(whenStopped, BETWEEN_SPARK_AND_HADOOP);
  }

  synchronized Publication begin(ResultFolder folder, boolean overwrite, Configuration hadoop) {
    if (isStopped) {
      throw new OutputFault("%s was not begun: the run was stopped".formatted(folder.path()));
    }
    Publication publication = Publication.begin(folder, overwrite, hadoop);
    publications.add(publication);
    publication.notes().forEach(notes);
    return publication;
  }

  /** There is nothing left to publish. */
  void complete() {
    isComplete = true;
  }

  private synchronized void stop() {
    isStopped = true;
    removeUnpublished();
    if (!isComplete) {
      notes.accept("stopped; %s was published".formatted(published()));
    }
  }

  private String published() {
    String published =
        publications.stream()
            .filter(Publication::isPublished)
            .map(publication -> publication.target().toString())
            .collect(Collectors.joining(", "));
    return published.isEmpty() ? "nothing" : "only " + published;
  }

  /** All that can be removed, even if one of them cannot. */
  private void removeUnpublished() {
    var faults = new ArrayList<OutputFault>();
    for (Publication publication : publications) {
      try {
        publication.close();
      } catch (OutputFault e) {
        faults.add(e);
      }
    }
    if (!faults.isEmpty()) {
      throw faults.get(0);
    }
  }

  @Override
  public synchronized void close() {
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(whenStopped);
    }
    removeUnpublished();
  }
}
