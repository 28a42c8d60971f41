package org.hitledger.publish;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.fault.OutputFault;
import org.hitledger.source.Inputs;
import org.hitledger.text.Json;

/** What a run publishes: results, rejected lines, both or nothing. */
public final class Outputs implements AutoCloseable {
  private static final String OUTPUT = "--output";
  private static final String REJECTS = "--rejects";

  private final OpenPublications open;
  private final Consumer<String> notes;
  private final Optional<Publication> results;
  private final Optional<Publication> rejects;

  private Outputs(
      OpenPublications open,
      Consumer<String> notes,
      Optional<Publication> results,
      Optional<Publication> rejects) {
    this.open = open;
    this.notes = notes;
    this.results = results;
    this.rejects = rejects;
  }

  /**
   * Refuses what cannot be done with the outputs of a run, whatever it reads.
   *
   * @param output where the results are to appear, if anywhere
   * @param rejected where the rejected lines are, if anywhere
   * @param overwrite whether older ones may be replaced
   * @param hadoop how to reach the file systems
   * @throws org.hitledger.fault.UsageFault if they cannot be there, or cannot be replaced there
   */
  public static void requirePossible(
      Optional<String> output, Optional<String> rejected, boolean overwrite, Configuration hadoop) {
    output
        .map(name -> ResultFolder.at(OUTPUT, name, hadoop))
        .ifPresent(folder -> folder.requireReplaceable(overwrite, hadoop));
    rejected
        .map(name -> ResultFolder.at(REJECTS, name, hadoop))
        .ifPresent(folder -> folder.requireReplaceable(overwrite, hadoop));
  }

  /**
   * Prepares all outputs of a run.
   *
   * @param output where the results are to appear, if anywhere
   * @param rejected where the rejected lines are, if anywhere
   * @param overwrite whether older ones may be replaced
   * @param inputs what the run reads
   * @param hadoop how to reach the file systems
   * @param notes told what a user should know of earlier runs' traces, and that this one was
   *     stopped
   * @return the outputs, to be closed whether they were completed or not
   */
  public static Outputs begin(
      Optional<String> output,
      Optional<String> rejected,
      boolean overwrite,
      Inputs inputs,
      Configuration hadoop,
      Consumer<String> notes) {
    Optional<ResultFolder> results = folder(OUTPUT, output, inputs, hadoop);
    Optional<ResultFolder> rejects = folder(REJECTS, rejected, inputs, hadoop);
    rejects.ifPresent(folder -> results.ifPresent(other -> folder.requireApartFrom(other, hadoop)));
    var open = new OpenPublications(notes);
    try {
      return new Outputs(
          open,
          notes,
          results.map(folder -> open.begin(folder, overwrite, hadoop)),
          rejects.map(folder -> open.begin(folder, overwrite, hadoop)));
    } catch (RuntimeException e) {
      closeAfter(e, open);
      throw e;
    }
  }

  /**
   * Prepares one folder for all that a run publishes.
   *
   * @param folder where it is to appear, and where nothing is yet
   * @param hadoop how to reach the file system
   * @param notes told what a user should know of earlier runs' traces, and that this one was
   *     stopped
   * @return the outputs, to be closed whether they were completed or not
   */
  public static Outputs begin(ResultFolder folder, Configuration hadoop, Consumer<String> notes) {
    var open = new OpenPublications(notes);
    try {
      Publication results = open.begin(folder, false, hadoop);
      return new Outputs(open, notes, Optional.of(results), Optional.empty());
    } catch (RuntimeException e) {
      closeAfter(e, open);
      throw e;
    }
  }

  private static void closeAfter(RuntimeException failure, OpenPublications open) {
    try {
      open.close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private static Optional<ResultFolder> folder(
      String option, Optional<String> argument, Inputs inputs, Configuration hadoop) {
    Optional<ResultFolder> folder = argument.map(name -> ResultFolder.at(option, name, hadoop));
    folder.ifPresent(named -> named.requireApartFrom(inputs, hadoop));
    return folder;
  }

  /**
   * The results.
   *
   * @return their publication, if they are published
   */
  public Optional<Publication> results() {
    return results;
  }

  /**
   * The rejected lines.
   *
   * @return their publication, if they are published
   */
  public Optional<Publication> rejects() {
    return rejects;
  }

  /**
   * Publishes all. The results come last: where their manifest is new, the rejected lines are too.
   *
   * @param manifest what the run says of itself and of the files that it publishes
   * @throws OutputFault if it could not be done; the message says what is where
   */
  public void complete(Function<List<TableFile>, ?> manifest) {
    rejects.ifPresent(publication -> complete(publication, manifest));
    results.ifPresent(publication -> completeResults(publication, manifest));
    open.complete();
  }

  private void completeResults(Publication publication, Function<List<TableFile>, ?> manifest) {
    try {
      complete(publication, manifest);
    } catch (OutputFault e) {
      throw rejects
          .map(
              before ->
                  new OutputFault(
                      "%s; the rejected lines at %s are new"
                          .formatted(e.getMessage(), before.target()),
                      e))
          .orElse(e);
    }
  }

  private void complete(Publication publication, Function<List<TableFile>, ?> manifest) {
    publication.complete(files -> Json.document(manifest.apply(files))).ifPresent(notes);
  }

  @Override
  public void close() {
    open.close();
  }
}
