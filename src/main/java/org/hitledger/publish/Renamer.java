package org.hitledger.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Renames folders in one step or not at all, and never into or over one that exists.
 *
 * <p>Hadoop's FileSystem.rename moves a folder into one that exists; its FileContext does not. But
 * for local files both copy what cannot be renamed, such as a mount point, file by file, or into a
 * folder that has just appeared.
 */
final class Renamer {
  private final FileSystem fs;
  private final FileContext context;

  Renamer(FileSystem fs, Configuration hadoop) throws IOException {
    this.fs = fs;
    this.context = FileContext.getFileContext(fs.getUri(), hadoop);
  }

  /**
   * Renames a folder.
   *
   * @throws FileNotFoundException if it is not there
   * @throws FileAlreadyExistsException if something has the other name
   */
  void rename(Path from, Path to) throws IOException {
    try {
      renameOnce(from, to);
    } catch (FileNotFoundException | FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      requireRenamed(from, to, e);
    }
  }

  /** File systems say it in many ways, and networks lose answers: what counts is what is there. */
  private void requireRenamed(Path from, Path to, IOException reason) throws IOException {
    boolean isThere = fs.exists(from);
    boolean isTaken = fs.exists(to);
    if (isThere && isTaken) {
      throw new FileAlreadyExistsException(to + " exists");
    }
    if (!isThere && !isTaken) {
      throw new FileNotFoundException(from + " is gone");
    }
    if (isThere) {
      throw reason;
    }
  }

  private void renameOnce(Path from, Path to) throws IOException {
    if (fs.getUri().getScheme().equals("file")) {
      renameLocally(from, to);
    } else {
      context.rename(from, to);
    }
  }

  /** The system refuses to replace a folder with something in it, such as results. */
  private static void renameLocally(Path from, Path to) throws IOException {
    if (Files.exists(local(to), LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(to + " exists");
    }
    Files.move(local(from), local(to), StandardCopyOption.ATOMIC_MOVE);
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
