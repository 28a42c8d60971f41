package org.hitledger.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.OutputFault;
import org.hitledger.fault.UsageFault;
import org.hitledger.source.HadoopFileSystems;

/**
 * Where a rename is not one step. Tables are written where they stay, in a folder that was not
 * there before; the manifest, one object, is written last and makes them results.
 *
 * <p>A run that dies leaves a folder without a manifest, with the mark of who wrote there: the next
 * run on the same target removes it if that run is surely dead, and else refuses to begin.
 */
final class PlacedPublication implements Publication {
  private final Path target;
  private final FileSystem fs;
  private final WritingMark mark;
  private final List<String> notes = new ArrayList<>();
  private boolean isClosed;
  private boolean isPublished;

  private PlacedPublication(ResultFolder folder, FileSystem fs) {
    this.target = folder.path();
    this.fs = fs;
    mark = new WritingMark(fs, target, RunId.ofThisProcess());
  }

  static PlacedPublication begin(ResultFolder folder, Configuration hadoop) {
    try {
      var publication = new PlacedPublication(folder, HadoopFileSystems.of(folder.path(), hadoop));
      publication.removeRemains();
      folder.requireFree(false, hadoop);
      publication.setMark();
      return publication;
    } catch (IOException e) {
      throw new OutputFault("cannot write to %s: %s".formatted(folder.path(), e.getMessage()), e);
    }
  }

  private void removeRemains() throws IOException {
    for (Path other : WritingMark.allIn(fs, target)) {
      if (fs.exists(manifest())) {
        return;
      }
      RunId owner =
          WritingMark.owner(other)
              .filter(run -> run.isDead() || run.equals(mark.run()))
              .orElseThrow(() -> writtenByAnother(other));
      new WritingMark(fs, target, owner).removeFolder();
      notes.add("removed what an interrupted run had left at " + target);
    }
  }

  private static UsageFault writtenByAnother(Path mark) {
    return new UsageFault(
        "another run writes to %s, by %s; name another folder or, if that run is dead, delete the folder"
            .formatted(mark.getParent(), mark.getName()));
  }

  private void setMark() throws IOException {
    mark.set();
    if (!mark.standsAlone()) {
      mark.remove();
      throw new OutputFault(
          "another run has begun to write to %s at the same moment; run again, with another folder"
              .formatted(target));
    }
  }

  private Path manifest() {
    return new Path(target, ResultFolder.MANIFEST);
  }

  @Override
  public Path target() {
    return target;
  }

  @Override
  public Path staging() {
    return target;
  }

  @Override
  public List<String> notes() {
    return List.copyOf(notes);
  }

  @Override
  public synchronized Optional<String> complete(Function<List<TableFile>, byte[]> manifest) {
    if (isClosed) {
      throw new OutputFault("%s was not published: the run was stopped".formatted(target));
    }
    try {
      requireOurs();
      write(manifest.apply(TableFile.below(target, fs)));
      isPublished = true;
    } catch (IOException e) {
      throw new OutputFault("cannot publish %s: %s".formatted(target, e.getMessage()), e);
    }
    return removeMark();
  }

  private void requireOurs() throws IOException {
    if (!mark.standsAlone()) {
      throw new OutputFault(
          "%s was not published: somebody has deleted what this run wrote there, or writes there too; delete the folder and run again"
              .formatted(target));
    }
  }

  private void write(byte[] contents) throws IOException {
    WholeFile.write(contents, fs.createFile(manifest()).overwrite(false));
  }

  /** It does no harm beside a manifest. */
  private Optional<String> removeMark() {
    try {
      mark.remove();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("published; %s could not be removed: delete it".formatted(mark.path()));
    }
  }

  @Override
  public synchronized boolean isPublished() {
    return isPublished;
  }

  @Override
  public synchronized void close() {
    if (isPublished || isClosed) {
      return;
    }
    isClosed = true;
    try {
      if (mark.standsAlone()) {
        mark.removeFolder();
      } else {
        // What is there is another run's by now.
        mark.remove();
      }
    } catch (IOException e) {
      throw new OutputFault(
          "cannot delete %s: %s; delete it by hand".formatted(target, e.getMessage()), e);
    }
  }
}
