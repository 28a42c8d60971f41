package org.hitledger.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Puts back what a dead run had moved aside, and removes what is of no use any more. */
final class Recovery {
  private final FileSystem fs;
  private final Renamer renamer;
  private final SiblingFolders beside;
  private final Path ours;
  private final List<String> notes = new ArrayList<>();

  Recovery(FileSystem fs, Renamer renamer, SiblingFolders beside, Path ours) {
    this.fs = fs;
    this.renamer = renamer;
    this.beside = beside;
    this.ours = ours;
  }

  /** Heals, and returns what a user should know of it, one sentence each. */
  List<String> heal() throws IOException {
    for (FileStatus sibling : siblings()) {
      Path path = sibling.getPath();
      Optional<RunId> owner = beside.previousOwner(path);
      if (owner.isPresent()) {
        healPrevious(path, owner.get());
      } else if (beside.isStaging(path)) {
        healStaging(path);
      }
    }
    return List.copyOf(notes);
  }

  private FileStatus[] siblings() throws IOException {
    try {
      return fs.listStatus(beside.workplace());
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  private void healPrevious(Path previous, RunId owner) throws IOException {
    if (owner.isAlive()) {
      // It is between its two renames, and knows what to do next.
      return;
    }
    if (!fs.exists(beside.target())) {
      putBack(previous);
    } else if (isNewer()) {
      fs.delete(previous, true);
    } else {
      notes.add(
          "results that an interrupted run had moved aside are at %s; something else is at %s, so move them back or delete them"
              .formatted(previous, beside.target()));
    }
  }

  /** Whether there are whole results at the target: then the dead run came to its second rename. */
  private boolean isNewer() throws IOException {
    var manifest = new Path(beside.target(), ResultFolder.MANIFEST);
    return fs.exists(manifest) && Manifest.isOurs(fs, manifest);
  }

  private void putBack(Path previous) throws IOException {
    try {
      renamer.rename(previous, beside.target());
      notes.add("put back the results that an interrupted run had moved aside");
    } catch (FileNotFoundException | FileAlreadyExistsException e) {
      // Another run has just done it.
    }
  }

  private void healStaging(Path left) throws IOException {
    Optional<RunId> owner = beside.stagingOwner(left);
    if (owner.isPresent() && owner.get().isDead()) {
      fs.delete(left, true);
      notes.add("removed what an interrupted run had left at " + left);
    } else if (!left.equals(ours)) {
      notes.add("another run writes at " + left + "; if that run is dead, delete it");
    }
  }
}
