package org.hitledger.publish;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.OutputFault;
import org.hitledger.source.HadoopFileSystems;

/**
 * Where a rename is one step. Results are written into a staging folder beside the target; once
 * they are complete and checked, the older results are renamed aside, the staging folder is renamed
 * to the target, and the older results are deleted.
 *
 * <p>A run that dies leaves the older results at the target or, between the two renames, beside it;
 * the next run on the same target puts them back, and removes what the dead one left. Two runs at
 * once have a staging folder each, so that the target ends as the whole results of one of them.
 */
final class RenamedPublication implements Publication {
  private final Path target;
  private final Path staging;
  private final FileSystem fs;
  private final TargetReplacement swap;
  private final List<String> notes;
  private boolean isClosed;
  private boolean isPublished;

  private RenamedPublication(ResultFolder folder, boolean overwrite, Configuration hadoop)
      throws IOException {
    target = folder.path();
    fs = HadoopFileSystems.of(target, hadoop);
    var renamer = new Renamer(fs, hadoop);
    var beside = new SiblingFolders(target, folder.workplace());
    RunId run = RunId.ofThisProcess();
    staging = beside.staging(run);
    notes = new Recovery(fs, renamer, beside, staging).heal();
    swap = new TargetReplacement(fs, renamer, beside, run, overwrite);
  }

  /**
   * Prepares to publish: heals and cleans what dead runs left, refuses to write over what must
   * stay, and makes the staging folder.
   *
   * @param folder where the results are to appear
   * @param overwrite whether older results may be replaced
   * @param hadoop how to reach the file system
   * @return the publication, to be closed whether it was completed or not
   * @throws OutputFault if nothing can be written there
   * @throws org.hitledger.fault.UsageFault if something is there that may not be replaced
   */
  static RenamedPublication begin(ResultFolder folder, boolean overwrite, Configuration hadoop) {
    try {
      var publication = new RenamedPublication(folder, overwrite, hadoop);
      folder.requireFree(overwrite, hadoop);
      publication.makeStaging();
      return publication;
    } catch (IOException e) {
      throw new OutputFault(
          "cannot write beside %s: %s".formatted(folder.path(), e.getMessage()), e);
    }
  }

  private void makeStaging() throws IOException {
    try {
      if (!fs.mkdirs(staging)) {
        throw new IOException("no permission, or a read-only file system");
      }
    } catch (IOException e) {
      // It may be there all the same.
      removeStaging(e);
      throw e;
    }
  }

  private void removeStaging(IOException reason) {
    try {
      fs.delete(staging, true);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public Path target() {
    return target;
  }

  @Override
  public Path staging() {
    return staging;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public synchronized Optional<String> complete(Function<List<TableFile>, byte[]> manifest) {
    if (isClosed) {
      throw new OutputFault("%s was not published: the run was stopped".formatted(target));
    }
    try {
      writeManifest(manifest.apply(TableFile.below(staging, fs)));
      Optional<Path> left = swap.moveIn(staging);
      isPublished = true;
      return left.map(
          path -> "published; what is left of the older results could not be removed: " + path);
    } catch (IOException e) {
      throw new OutputFault(
          "cannot publish %s: %s; older results are untouched".formatted(target, e.getMessage()),
          e);
    }
  }

  private void writeManifest(byte[] manifest) throws IOException {
    // Not a plain create, which would make the folder anew if somebody had deleted it.
    WholeFile.write(
        manifest, fs.createFile(new Path(staging, ResultFolder.MANIFEST)).overwrite(false));
  }

  @Override
  public synchronized boolean isPublished() {
    return isPublished;
  }

  /**
   * Removes the staging folder, if the results have not become the target. From then on they cannot
   * any more; whoever closes while they are being published waits for it.
   */
  @Override
  public synchronized void close() {
    isClosed = true;
    if (isPublished) {
      return;
    }
    try {
      if (!fs.delete(staging, true) && fs.exists(staging)) {
        throw new IOException("no permission, or it is written to");
      }
    } catch (IOException e) {
      throw new OutputFault(
          "cannot delete %s: %s; delete it by hand".formatted(staging, e.getMessage()), e);
    }
  }
}
