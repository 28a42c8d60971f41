package org.hitledger.source;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.hitledger.fault.InputFault;

/**
 * What is in a folder. Hadoop's listing of a local folder leaves out, without a word, links that
 * lead nowhere and names that are no text in the machine's locale; they are noted or refused here.
 *
 * @param fs where the folders are
 * @param notes told of links that lead nowhere
 */
record FolderListing(FileSystem fs, Consumer<String> notes) {

  /**
   * Lists a folder.
   *
   * @param folder an existing folder
   * @param wanted which of its children
   * @return these children, sorted
   * @throws InputFault if the folder, or the name of one of them, cannot be read
   */
  List<FileStatus> of(Path folder, PathFilter wanted) {
    try {
      requireAllListed(folder, wanted);
      return Arrays.stream(fs.listStatus(folder))
          .filter(child -> wanted.accept(child.getPath()))
          .sorted(Comparator.comparing(FileStatus::getPath))
          .toList();
    } catch (IOException e) {
      throw Unreadable.because(e, folder.toString());
    }
  }

  private void requireAllListed(Path folder, PathFilter wanted) throws IOException {
    for (java.nio.file.Path child : InputPath.leftOut(folder)) {
      Path path = InputPath.below(folder, child.getFileName().toString());
      if (wanted.accept(path)) {
        noteOrRefuse(child, path);
      }
    }
  }

  private void noteOrRefuse(java.nio.file.Path child, Path path) throws IOException {
    try {
      if (InputPath.isDeadLink(child)) {
        notes.accept("skipped " + child + ": it is a link that leads nowhere");
      } else if (InputPath.isHidden(path)) {
        notes.accept("skipped " + child + ": its name marks it as hidden or unfinished");
      } else {
        throw new InputFault(
            ("%s: its name is no text in this machine's locale, so that Java cannot open it;"
                    + " set LC_ALL to a locale that fits, such as C.UTF-8, or rename it")
                .formatted(child));
      }
    } catch (NoSuchFileException e) {
      // It is gone by now.
    }
  }
}
