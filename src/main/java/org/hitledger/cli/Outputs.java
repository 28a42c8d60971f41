package org.hitledger.cli;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.fault.OutputFault;
import org.hitledger.input.Inputs;
import org.hitledger.result.Publication;
import org.hitledger.result.ResultFolder;

/** What a run publishes: results, rejected lines, both or nothing. */
final class Outputs implements AutoCloseable {
  private final UnderWay underWay;
  private final Consumer<String> notes;
  private final Optional<Publication> results;
  private final Optional<Publication> rejects;

  private Outputs(
      UnderWay underWay,
      Consumer<String> notes,
      Optional<Publication> results,
      Optional<Publication> rejects) {
    this.underWay = underWay;
    this.notes = notes;
    this.results = results;
    this.rejects = rejects;
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
   */
  static Outputs begin(
      Optional<String> output,
      Optional<String> rejected,
      boolean overwrite,
      Inputs inputs,
      Configuration hadoop,
      Consumer<String> notes) {
    Optional<ResultFolder> results = folder("--output", output, inputs, hadoop);
    Optional<ResultFolder> rejects = folder("--rejects", rejected, inputs, hadoop);
    rejects.ifPresent(folder -> results.ifPresent(other -> folder.requireApartFrom(other, hadoop)));
    var underWay = new UnderWay(notes);
    try {
      return new Outputs(
          underWay,
          notes,
          results.map(folder -> underWay.begin(folder, overwrite, hadoop)),
          rejects.map(folder -> underWay.begin(folder, overwrite, hadoop)));
    } catch (RuntimeException e) {
      closeAfter(e, underWay);
      throw e;
    }
  }

  private static void closeAfter(RuntimeException failure, UnderWay underWay) {
    try {
      underWay.close();
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

  Optional<Publication> results() {
    return results;
  }

  Optional<Publication> rejects() {
    return rejects;
  }

  /** The results come last: where their manifest is new, the rejected lines are too. */
  void complete(byte[] manifest) {
    rejects.ifPresent(publication -> complete(publication, manifest));
    results.ifPresent(publication -> completeResults(publication, manifest));
    underWay.complete();
  }

  private void completeResults(Publication publication, byte[] manifest) {
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

  private void complete(Publication publication, byte[] manifest) {
    publication.complete(manifest).ifPresent(notes);
  }

  @Override
  public void close() {
    underWay.close();
  }
}
