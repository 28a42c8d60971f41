package org.hitledger.result;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.OutputFault;
import org.hitledger.input.InputPath;

/**
 * Makes results appear whole or not at all. They are written into a staging folder beside the
 * target; once they are complete and checked, the older results are renamed aside, the staging
 * folder is renamed to the target, and the older results are deleted.
 *
 * <p>A run that dies leaves the older results at the target or, between the two renames, beside it;
 * the next run on the same target puts them back, and removes what the dead one left. Two runs at
 * once have a staging folder each, so that the target ends as the whole results of one of them.
 */
public final class Publication implements AutoCloseable {
  /** Two runs that swap at the same moment disturb each other once; more is no coincidence. */
  private static final int SWAP_TRIES = 5;

  private final Path target;
  private final Path staging;
  private final String previousPrefix;
  private final Pattern previousName;
  private final String stagingPrefix;
  private final boolean overwrite;
  private final FileSystem fs;
  private final FileContext renamer;
  private final RunId run = RunId.ofThisProcess();
  private final List<String> notes = new ArrayList<>();
  private boolean isClosed;

  private Publication(ResultFolder folder, boolean overwrite, Configuration hadoop)
      throws IOException {
    target = folder.path();
    stagingPrefix = "." + target.getName() + ".staging-";
    previousPrefix = "." + target.getName() + ".previous-";
    previousName = Pattern.compile(Pattern.quote(previousPrefix) + "\\d-(.*)");
    staging = InputPath.below(target.getParent(), stagingPrefix + run);
    this.overwrite = overwrite;
    fs = target.getFileSystem(hadoop);
    // Unlike FileSystem.rename, its rename never moves a folder into one that exists.
    renamer = FileContext.getFileContext(fs.getUri(), hadoop);
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
  public static Publication begin(ResultFolder folder, boolean overwrite, Configuration hadoop) {
    try {
      var publication = new Publication(folder, overwrite, hadoop);
      publication.heal();
      folder.requireFree(overwrite, hadoop);
      if (!publication.fs.mkdirs(publication.staging)) {
        throw new IOException("no permission, or a read-only file system");
      }
      return publication;
    } catch (IOException e) {
      throw new OutputFault(
          "cannot write beside %s: %s".formatted(folder.path(), e.getMessage()), e);
    }
  }

  /**
   * Where the results are to be written.
   *
   * @return an existing folder of this run alone
   */
  public Path staging() {
    return staging;
  }

  /**
   * What a user should know of earlier runs' traces.
   *
   * @return one sentence each
   */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * Publishes what is in the staging folder.
   *
   * @param manifest the contents of {@link ResultFolder#MANIFEST}, written last
   * @throws OutputFault if it could not be done; older results are then where they were
   */
  public synchronized void complete(byte[] manifest) {
    if (isClosed) {
      throw new OutputFault("%s was not published: the run was stopped".formatted(target));
    }
    try {
      writeManifest(manifest);
      swap();
    } catch (IOException e) {
      throw new OutputFault(
          "cannot publish %s: %s; older results are untouched".formatted(target, e.getMessage()),
          e);
    }
  }

  private void writeManifest(byte[] manifest) throws IOException {
    // Not a plain create, which would make the folder anew if somebody had deleted it.
    try (OutputStream out =
        fs.createFile(new Path(staging, ResultFolder.MANIFEST)).overwrite(false).build()) {
      out.write(manifest);
    }
  }

  private void swap() throws IOException {
    for (int attempt = 1; attempt <= SWAP_TRIES; attempt++) {
      Path previous = InputPath.below(target.getParent(), previousPrefix + attempt + "-" + run);
      boolean movedAside = overwrite && moveAside(previous);
      if (moveIn(previous, movedAside)) {
        if (movedAside) {
          fs.delete(previous, true);
        }
        return;
      }
    }
    throw new FileAlreadyExistsException("other runs publish there all the time");
  }

  /** Whether there were older results. */
  private boolean moveAside(Path previous) throws IOException {
    try {
      renamer.rename(target, previous);
      return true;
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  /** False if another run has published meanwhile, and that may be replaced. */
  private boolean moveIn(Path previous, boolean movedAside) throws IOException {
    try {
      renamer.rename(staging, target);
      return true;
    } catch (FileAlreadyExistsException e) {
      if (!overwrite) {
        throw new OutputFault(
            "%s appeared while the run was going, and was left as it is".formatted(target), e);
      }
      if (movedAside) {
        fs.delete(previous, true);
      }
      return false;
    } catch (IOException e) {
      if (movedAside) {
        renamer.rename(previous, target);
      }
      throw e;
    }
  }

  /** Puts back what a dead run had moved aside, and removes what is of no use any more. */
  private void heal() throws IOException {
    for (FileStatus sibling : siblings()) {
      Path path = sibling.getPath();
      Matcher previous = previousName.matcher(path.getName());
      if (previous.matches() && RunId.parse(previous.group(1)).isPresent()) {
        healPrevious(path);
      } else if (path.getName().startsWith(stagingPrefix)) {
        healStaging(path, RunId.parse(path.getName().substring(stagingPrefix.length())));
      }
    }
  }

  private void healPrevious(Path previous) throws IOException {
    if (fs.exists(target)) {
      fs.delete(previous, true);
    } else {
      renamer.rename(previous, target);
      notes.add("put back the results that an interrupted run had moved aside");
    }
  }

  private void healStaging(Path left, Optional<RunId> owner) throws IOException {
    if (owner.isPresent() && owner.get().isDead()) {
      fs.delete(left, true);
      notes.add("removed what an interrupted run had left at " + left);
    } else if (!left.equals(staging)) {
      notes.add("another run writes at " + left + "; if that run is dead, delete it");
    }
  }

  private FileStatus[] siblings() throws IOException {
    try {
      return fs.listStatus(target.getParent());
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /**
   * Removes the staging folder, if the results have not become the target. From then on they cannot
   * any more; whoever closes while they are being published waits for it.
   */
  @Override
  public synchronized void close() {
    isClosed = true;
    try {
      fs.delete(staging, true);
    } catch (IOException e) {
      throw new OutputFault(
          "cannot delete %s: %s; delete it by hand".formatted(staging, e.getMessage()), e);
    }
  }
}
