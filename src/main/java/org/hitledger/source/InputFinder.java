package org.hitledger.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.InputFault;
import org.hitledger.fault.UsageFault;

/**
 * Finds the files behind the INPUT arguments: files, folders and globs become plain files, before
 * the engine sees any of them. What the engine would skip without a word is refused here, or noted.
 */
public final class InputFinder {
  private final Configuration hadoop;
  private final List<Path> roots = new ArrayList<>();
  private final List<ContentCheck> found = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<Path> named = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  private InputFinder(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * Finds all files.
   *
   * @param arguments files, folders (all logs in them, recursively) and globs, on any file system
   *     that Hadoop knows; a name that exists is taken literally, whatever is in it
   * @param hadoop how to reach the file systems
   * @return the files, each once
   * @throws InputFault if an argument names nothing that can be read
   */
  public static Inputs find(List<String> arguments, Configuration hadoop) {
    var finder = new InputFinder(hadoop);
    arguments.forEach(finder::add);
    ParallelChecks.atEach(finder.found, ContentCheck::requireReadable);
    return new Inputs(finder.roots, finder.files(), finder.notes, finder.named);
  }

  private void add(String argument) {
    if (argument.isEmpty()) {
      throw new UsageFault("an INPUT is empty; expected a log file, a folder of logs or a glob");
    }
    try {
      Path path = InputPath.parse(argument);
      FileSystem fs = HadoopFileSystems.of(path, hadoop);
      addAll(matches(argument, path, fs), argument, fs);
    } catch (IOException | IllegalArgumentException e) {
      throw Unreadable.because(e, argument);
    }
  }

  private List<InputFile> files() {
    return found.stream()
        .map(look -> InputFile.of(look.file()))
        .sorted(Comparator.comparing(InputFile::path))
        .toList();
  }

  private List<FileStatus> matches(String argument, Path path, FileSystem fs) throws IOException {
    try {
      FileStatus status = fs.getFileStatus(path);
      named.add(status.getPath());
      return List.of(status);
    } catch (FileNotFoundException e) {
      List<FileStatus> matching =
          InputPath.isGlob(path) ? new Glob(children(fs)).matches(path) : List.of();
      if (matching.isEmpty()) {
        throw new InputFault(
            "%s matches nothing; expected a log file, a folder of logs or a glob"
                .formatted(argument),
            e);
      }
      return matching;
    }
  }

  private FolderListing children(FileSystem fs) {
    return new FolderListing(fs, notes::add);
  }

  private void addAll(List<FileStatus> matches, String argument, FileSystem fs) throws IOException {
    for (FileStatus match : matches) {
      roots.add(match.getPath());
      if (match.isDirectory()) {
        addFolder(match, fs);
      } else if (InputPath.isHidden(match.getPath())) {
        throw new InputFault(
            "%s: Spark would skip %s, since its name starts with _ or . or ends with ._COPYING_;"
                    .formatted(argument, match.getPath().getName())
                + " rename it or leave it out");
      } else {
        addFile(match, fs);
      }
    }
  }

  private void addFolder(FileStatus folder, FileSystem fs) throws IOException {
    if (seen.contains(InputPath.identity(folder.getPath(), hadoop))) {
      noteTwice(folder);
    } else if (!walk(folder, fs)) {
      throw new InputFault(
          folder.getPath() + " has no logs in it; expected a folder with log files");
    }
  }

  /** Whether there is a log in the folder, counted now or before. */
  private boolean walk(FileStatus folder, FileSystem fs) throws IOException {
    if (!seen.add(InputPath.identity(folder.getPath(), hadoop))) {
      return true;
    }
    boolean hasLogs = false;
    for (FileStatus child : children(fs).of(folder.getPath(), any -> true)) {
      if (InputPath.isHidden(child.getPath())) {
        notes.add("skipped " + child.getPath() + ": its name marks it as hidden or unfinished");
      } else if (child.isDirectory()) {
        hasLogs |= walk(child, fs);
      } else {
        addFile(child, fs);
        hasLogs = true;
      }
    }
    return hasLogs;
  }

  private void addFile(FileStatus file, FileSystem fs) throws IOException {
    if (seen.add(InputPath.identity(file.getPath(), hadoop))) {
      found.add(new ContentCheck(file, fs));
    } else {
      noteTwice(file);
    }
  }

  private void noteTwice(FileStatus file) {
    notes.add(file.getPath() + " was named twice and is counted once");
  }
}
