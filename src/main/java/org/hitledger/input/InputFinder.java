package org.hitledger.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.hitledger.fault.InputFault;
import org.hitledger.fault.UsageFault;

/**
 * Finds the files behind the INPUT arguments: files, folders and globs become plain files, before
 * the engine sees any of them. What the engine would skip without a word is refused here, or noted.
 */
public final class InputFinder {
  private final Configuration hadoop;
  private final List<Path> roots = new ArrayList<>();
  private final List<InputFile> files = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
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
    finder.files.sort(Comparator.comparing(InputFile::path));
    return new Inputs(finder.roots, finder.files, finder.notes);
  }

  private void add(String argument) {
    if (argument.isEmpty()) {
      throw new UsageFault("an INPUT is empty; expected a log file, a folder of logs or a glob");
    }
    try {
      Path path = InputPath.parse(argument);
      FileSystem fs = path.getFileSystem(hadoop);
      addAll(matches(argument, path, fs), argument, fs);
    } catch (FileNotFoundException e) {
      throw new InputFault("%s vanished while it was looked at".formatted(argument), e);
    } catch (AccessControlException | AccessDeniedException e) {
      throw new InputFault(
          "%s: no permission to read it; check its owner and mode".formatted(argument), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new InputFault("%s cannot be read: %s".formatted(argument, reason(e)), e);
    }
  }

  private static List<FileStatus> matches(String argument, Path path, FileSystem fs)
      throws IOException {
    try {
      return List.of(fs.getFileStatus(path));
    } catch (FileNotFoundException e) {
      List<FileStatus> found = InputPath.isGlob(path) ? new Glob(fs).matches(path) : List.of();
      if (found.isEmpty()) {
        throw new InputFault(
            "%s matches nothing; expected a log file, a folder of logs or a glob"
                .formatted(argument),
            e);
      }
      return found;
    }
  }

  private void addAll(List<FileStatus> matches, String argument, FileSystem fs) throws IOException {
    for (FileStatus match : matches) {
      roots.add(match.getPath());
      if (match.isDirectory()) {
        addFolder(match, fs);
      } else if (isHidden(match.getPath())) {
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
    if (seen.contains(InputPath.identity(folder.getPath()))) {
      noteTwice(folder);
    } else if (!walk(folder, fs)) {
      throw new InputFault(
          folder.getPath() + " has no logs in it; expected a folder with log files");
    }
  }

  /** Whether there is a log in the folder, counted now or before. */
  private boolean walk(FileStatus folder, FileSystem fs) throws IOException {
    if (!seen.add(InputPath.identity(folder.getPath()))) {
      return true;
    }
    noteDeadLinks(folder.getPath());
    boolean hasLogs = false;
    FileStatus[] children = fs.listStatus(folder.getPath());
    Arrays.sort(children, Comparator.comparing(FileStatus::getPath));
    for (FileStatus child : children) {
      if (isHidden(child.getPath())) {
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

  /** Hadoop's listing leaves out a link that leads nowhere, without a word. */
  private void noteDeadLinks(Path folder) throws IOException {
    for (String link : InputPath.deadLinks(folder)) {
      notes.add("skipped " + link + ": it is a link that leads nowhere");
    }
  }

  private void addFile(FileStatus file, FileSystem fs) throws IOException {
    if (seen.add(InputPath.identity(file.getPath()))) {
      requireReadable(file, fs);
      files.add(InputFile.of(file));
    } else {
      noteTwice(file);
    }
  }

  private static byte[] firstBytes(FileStatus file, FileSystem fs) throws IOException {
    try (FSDataInputStream in = fs.open(file.getPath())) {
      return in.readNBytes(Packing.START);
    }
  }

  /** Spark goes by the suffix: gzip without it would be taken for lines of text. */
  private static void requireNameFits(FileStatus file, byte[] start) {
    Optional<Packing> content = Packing.ofContent(start);
    Optional<Packing> name = Packing.ofName(file.getPath().getName());
    if (content.isPresent() && content.get() != Packing.GZIP) {
      throw new InputFault(
          "%s is %s, and only gzip and plain text are read; repack it: %s"
              .formatted(
                  file.getPath(),
                  content.get(),
                  content.get().repack(file.getPath().toUri().getPath())));
    }
    if (content.isPresent() && name.isEmpty()) {
      throw new InputFault(
          file.getPath() + " is gzip, but its name does not end with .gz; rename it");
    }
    if (name.isPresent() && !name.equals(content)) {
      throw new InputFault(
          "%s is named %s, but %s; rename it, or replace it by the whole file"
              .formatted(
                  file.getPath(),
                  name.get().suffix(),
                  start.length == 0 ? "is empty" : "is no " + name.get()));
    }
  }

  private void noteTwice(FileStatus file) {
    notes.add(file.getPath() + " was named twice and is counted once");
  }

  private static void requireReadable(FileStatus file, FileSystem fs) throws IOException {
    if (InputPath.isSpecial(file.getPath())) {
      throw new InputFault(
          file.getPath() + " is a pipe or a device; save it to a file first and name that");
    }
    try {
      requireNameFits(file, firstBytes(file, fs));
    } catch (FileNotFoundException e) {
      // What the local file system throws for a file that may not be opened, too.
      if (fs.exists(file.getPath())) {
        throw new AccessControlException(e.getMessage());
      }
      throw e;
    }
  }

  /** What Spark's file index leaves out even when it is named. */
  private static boolean isHidden(Path path) {
    String name = path.getName();
    return name.startsWith("_") || name.startsWith(".") || name.endsWith("._COPYING_");
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
