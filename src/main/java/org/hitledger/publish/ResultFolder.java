package org.hitledger.publish;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.OutputFault;
import org.hitledger.fault.UsageFault;
import org.hitledger.source.HadoopFileSystems;
import org.hitledger.source.InputPath;
import org.hitledger.source.Inputs;

/**
 * Where a run's results are to appear, checked before anything is read.
 *
 * @param option that named it, for messages
 * @param path the folder, with scheme
 * @param workplace the folder in which runs prepare what is to appear at the path
 */
public record ResultFolder(String option, Path path, Path workplace) {
  /** The manifest, whose presence says that the results beside it are whole. */
  public static final String MANIFEST = "run.json";

  /** The folder of the table of all accesses. */
  public static final String HITS = "hits";

  /** The folder of the table of hits per path. */
  public static final String PATH_COUNTS = "path_counts";

  /** The folder of the table of lines per file and class. */
  public static final String BALANCE = "balance";

  /** The folder of the table of rejected lines. */
  public static final String REJECTS = "rejects";

  private static final Set<String> ENTRIES = Set.of(PATH_COUNTS, BALANCE, REJECTS, HITS, MANIFEST);

  /**
   * The folder that an argument names.
   *
   * @param option that has the argument
   * @param argument a folder on any file system that Hadoop knows
   * @param hadoop how to reach it
   * @return the folder, which need not exist
   * @throws UsageFault if there is no such file system, or the folder has no parent
   */
  public static ResultFolder at(String option, String argument, Configuration hadoop) {
    try {
      Path path = InputPath.parse(argument);
      FileSystem fs = HadoopFileSystems.of(path, hadoop);
      Path qualified = fs.makeQualified(path);
      if (qualified.isRoot()) {
        throw new UsageFault("%s %s is a root; name a folder below it".formatted(option, argument));
      }
      Path folder = InputPath.withoutLink(qualified);
      return new ResultFolder(option, folder, folder.getParent());
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageFault(
          "%s %s cannot be written: %s".formatted(option, argument, e.getMessage()), e);
    }
  }

  /**
   * What runs have begun to write, and have not published.
   *
   * @param workplace the folder in which they do that
   * @param fs where it lies
   * @return the folders of all runs, dead or not
   * @throws IOException if they cannot be listed
   */
  public static List<Path> begunIn(Path workplace, FileSystem fs) throws IOException {
    return Arrays.stream(fs.listStatus(workplace))
        .map(FileStatus::getPath)
        .filter(SiblingFolders::isBegun)
        .toList();
  }

  /**
   * Refuses to replace results where that cannot be done in one step.
   *
   * @param overwrite whether the user asked for it
   * @param hadoop how to reach the file system
   * @throws UsageFault if it was asked for on an object store
   */
  void requireReplaceable(boolean overwrite, Configuration hadoop) {
    if (overwrite) {
      storeKind(hadoop)
          .requireRename(
              "--overwrite with %s %s".formatted(option, path),
              "readers would meet with parts of both results",
              "name a new folder, and delete the older one once nobody reads it");
    }
  }

  /** What keeps the folder. */
  StoreKind storeKind(Configuration hadoop) {
    try {
      return StoreKind.of(HadoopFileSystems.of(path, hadoop));
    } catch (IOException e) {
      throw new OutputFault("cannot look at %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * Refuses an output that would mix with the logs: one wrong swap would delete them.
   *
   * @param inputs what the run reads
   * @param hadoop how to reach the file systems
   * @throws UsageFault if the folder is an input, lies in one or has one in it
   */
  public void requireApartFrom(Inputs inputs, Configuration hadoop) {
    inputs.roots().forEach(root -> requireApartFrom(root, hadoop));
    // A link in a folder may lead out of it, to a file that lies in the output.
    inputs.files().forEach(file -> requireApartFrom(file.path(), hadoop));
  }

  /**
   * Refuses an output that would mix with another one.
   *
   * @param other the other output of the run
   * @param hadoop how to reach the file systems
   * @throws UsageFault if one is the other or lies in it
   */
  public void requireApartFrom(ResultFolder other, Configuration hadoop) {
    if (overlaps(other.path, hadoop)) {
      throw new UsageFault(
          "%s %s equals, contains or lies in %s %s; name a folder apart from it"
              .formatted(option, path, other.option, other.path));
    }
  }

  private boolean overlaps(Path other, Configuration hadoop) {
    try {
      String mine = identity(path, hadoop);
      String theirs = identity(other, hadoop);
      return mine.startsWith(theirs) || theirs.startsWith(mine);
    } catch (IOException e) {
      throw new OutputFault("cannot look at %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private void requireApartFrom(Path input, Configuration hadoop) {
    if (overlaps(input, hadoop)) {
      throw new UsageFault(
          "%s %s equals, contains or lies in the input %s; name a folder apart from it"
              .formatted(option, path, input));
    }
  }

  /** With a slash at the end, so that no name is the start of another one. */
  private static String identity(Path path, Configuration hadoop) throws IOException {
    String identity = InputPath.identity(path, hadoop);
    return identity.endsWith("/") ? identity : identity + "/";
  }

  /**
   * Refuses to write over what is there, unless it was asked for and there are older results.
   *
   * @param overwrite whether the user asked for it
   * @param hadoop how to reach the file system
   * @throws UsageFault if something is there that must stay
   */
  void requireFree(boolean overwrite, Configuration hadoop) {
    try {
      FileSystem fs = HadoopFileSystems.of(path, hadoop);
      if (!fs.exists(path)) {
        return;
      }
      if (!overwrite) {
        throw new UsageFault(
            "%s %s exists; %s".formatted(option, path, StoreKind.of(fs).adviceIfTaken()));
      }
      if (!isReplaceable(fs)) {
        throw new UsageFault(
            "%s %s holds something else than results of ours; --overwrite replaces only those"
                .formatted(option, path));
      }
    } catch (IOException e) {
      throw new OutputFault("cannot look at %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** Nothing but what we write, with a manifest that is ours; or nothing at all. */
  private boolean isReplaceable(FileSystem fs) throws IOException {
    if (!fs.getFileStatus(path).isDirectory()) {
      return false;
    }
    Set<String> entries =
        Arrays.stream(fs.listStatus(path))
            .map(entry -> entry.getPath().getName())
            .collect(Collectors.toSet());
    return entries.isEmpty()
        || (ENTRIES.containsAll(entries)
            && entries.contains(MANIFEST)
            && Manifest.isOurs(fs, new Path(path, MANIFEST)));
  }
}
