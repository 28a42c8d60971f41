package org.hitledger.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.OutputFault;

/** Moves the older results aside, the new ones in, and removes the older ones. */
final class TargetReplacement {
  /** Two runs that swap at the same moment disturb each other once; more is no coincidence. */
  private static final int TRIES = 5;

  private final FileSystem fs;
  private final Renamer renamer;
  private final SiblingFolders beside;
  private final RunId run;
  private final boolean overwrite;

  TargetReplacement(
      FileSystem fs, Renamer renamer, SiblingFolders beside, RunId run, boolean overwrite) {
    this.fs = fs;
    this.renamer = renamer;
    this.beside = beside;
    this.run = run;
    this.overwrite = overwrite;
  }

  /**
   * Makes a folder the target.
   *
   * @param staging the folder
   * @return what is left of older results, if they could not be removed
   * @throws IOException if the target is what it was before
   * @throws OutputFault if it is another run's, or the older results are beside it
   */
  Optional<Path> moveIn(Path staging) throws IOException {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Path previous = beside.previous(run, attempt);
      boolean movedAside = overwrite && moveAside(previous);
      boolean movedIn = movedAside ? exchange(staging, previous) : moveInto(staging);
      Optional<Path> left = movedAside ? remove(previous) : Optional.empty();
      if (movedIn) {
        return left;
      }
    }
    throw new FileAlreadyExistsException("other runs publish there all the time");
  }

  /** Whether there were older results. */
  private boolean moveAside(Path previous) throws IOException {
    try {
      renamer.rename(beside.target(), previous);
      return true;
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  private boolean exchange(Path staging, Path previous) throws IOException {
    try {
      return moveInto(staging);
    } catch (IOException e) {
      putBack(previous, e);
      throw e;
    }
  }

  /** False if another run has published meanwhile, and that may be replaced. */
  private boolean moveInto(Path staging) throws IOException {
    try {
      renamer.rename(staging, beside.target());
      return true;
    } catch (FileAlreadyExistsException e) {
      if (overwrite) {
        return false;
      }
      throw new OutputFault(
          "%s appeared while the run was going, and was left as it is".formatted(beside.target()),
          e);
    }
  }

  private void putBack(Path previous, IOException reason) {
    try {
      renamer.rename(previous, beside.target());
    } catch (FileAlreadyExistsException e) {
      // Another run has published meanwhile; the next one removes what we had moved aside.
    } catch (IOException e) {
      reason.addSuppressed(e);
      throw new OutputFault(
          "cannot publish %s: %s; the older results are at %s, and the next run with this output puts them back"
              .formatted(beside.target(), reason.getMessage(), previous),
          reason);
    }
  }

  /** What was replaced is of no use; that it is still there is no reason to fail. */
  private Optional<Path> remove(Path previous) {
    try {
      return fs.delete(previous, true) || !fs.exists(previous)
          ? Optional.empty()
          : Optional.of(previous);
    } catch (IOException e) {
      return Optional.of(previous);
    }
  }
}
