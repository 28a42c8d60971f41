package org.hitledger.result;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
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
      // What a network lost may have been the answer only.
      if (fs.exists(from) || !fs.exists(to)) {
        throw e;
      }
    }
  }

  private void renameOnce(Path from, Path to) throws IOException {
    if (fs.getUri().getScheme().equals("file")) {
      renameLocally(from, to);
    } else {
      context.rename(from, to);
    }
  }

  private static void renameLocally(Path from, Path to) throws IOException {
    java.nio.file.Path target = local(to);
    requireFree(target);
    try {
      Files.move(local(from), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      throw new FileNotFoundException(e.getMessage());
    } catch (IOException e) {
      // The system refuses for any folder with something in it that has appeared since.
      requireFree(target);
      throw e;
    }
  }

  private static void requireFree(java.nio.file.Path target) throws FileAlreadyExistsException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target + " exists");
    }
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
