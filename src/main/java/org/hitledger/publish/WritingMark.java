package org.hitledger.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.source.InputPath;

/**
 * An empty file that says: a run writes in this folder, and which one. Each run sets its own and
 * looks for others then, so that of two at the same moment one at least sees the other; what an
 * object store has written is in its next list.
 *
 * @param fs where the folder is
 * @param folder in which the run writes
 * @param run whose it is
 */
record WritingMark(FileSystem fs, Path folder, RunId run) {
  /** Engines take no file for data whose name begins with a dot. */
  private static final String PREFIX = ".writing-";

  /** The marks of all runs in the folder. */
  static List<Path> allIn(FileSystem fs, Path folder) throws IOException {
    try {
      return Arrays.stream(fs.listStatus(folder))
          .map(FileStatus::getPath)
          .filter(path -> path.getName().startsWith(PREFIX))
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /** Whose a mark is, if its name tells. */
  static Optional<RunId> owner(Path mark) {
    return RunId.parse(mark.getName().substring(PREFIX.length()));
  }

  Path path() {
    return InputPath.below(folder, PREFIX + run);
  }

  void set() throws IOException {
    fs.createFile(path()).recursive().overwrite(true).build().close();
  }

  /** False if it was removed, or another run has set its own. */
  boolean standsAlone() throws IOException {
    return allIn(fs, folder).stream().map(Path::getName).toList().equals(List.of(PREFIX + run));
  }

  void remove() throws IOException {
    fs.delete(path(), false);
  }

  /**
   * Removes all in the folder: first what could make it look like results, and the mark last, so
   * that who comes after an interrupted removal knows what it is.
   */
  void removeFolder() throws IOException {
    fs.delete(new Path(folder, ResultFolder.MANIFEST), false);
    for (FileStatus entry : fs.listStatus(folder)) {
      if (!entry.getPath().getName().equals(path().getName())) {
        fs.delete(entry.getPath(), true);
      }
    }
    fs.delete(folder, true);
  }
}
