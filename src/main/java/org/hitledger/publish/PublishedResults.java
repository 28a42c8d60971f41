package org.hitledger.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.InputFault;
import org.hitledger.source.HadoopFileSystems;
import org.hitledger.source.InputPath;

/**
 * Results of earlier runs, to be read. They have manifests, which say that they are whole.
 *
 * @param path the folder, with scheme
 * @param parts the folders of the runs that made them: this one, or some in it
 * @param fs where it lies
 * @param bytes of all files in it
 */
public record PublishedResults(Path path, List<Path> parts, FileSystem fs, long bytes) {
  private static final String EXPECTED =
      "expected a folder that './submit.sh count --output DIR' or './submit.sh hits --output DIR'"
          + " has written to its end";

  /**
   * The results that an argument names.
   *
   * @param argument a folder on any file system that Hadoop knows
   * @param hadoop how to reach it
   * @return the results
   * @throws InputFault if the folder cannot be read, or has no manifest of ours
   */
  public static PublishedResults at(String argument, Configuration hadoop) {
    try {
      Path path = InputPath.parse(argument);
      FileSystem fs = HadoopFileSystems.of(path, hadoop);
      Path folder = fs.makeQualified(path);
      requireManifest(argument, fs, folder);
      return new PublishedResults(
          folder, List.of(folder), fs, fs.getContentSummary(folder).getLength());
    } catch (IOException | IllegalArgumentException e) {
      throw new InputFault("%s cannot be read: %s".formatted(argument, e.getMessage()), e);
    }
  }

  private static void requireManifest(String argument, FileSystem fs, Path folder)
      throws IOException {
    if (!fs.exists(folder)) {
      throw new InputFault("%s does not exist; %s".formatted(argument, EXPECTED));
    }
    Path manifest = new Path(folder, ResultFolder.MANIFEST);
    if (!fs.getFileStatus(folder).isDirectory() || !isIn(folder, manifest, fs)) {
      throw new InputFault(
          "%s has no %s, which says that results are whole; %s"
              .formatted(argument, ResultFolder.MANIFEST, EXPECTED));
    }
    if (!Manifest.isOurs(fs, manifest)) {
      throw new InputFault(
          "%s in %s is not one of ours; %s".formatted(ResultFolder.MANIFEST, argument, EXPECTED));
    }
  }

  /** In a folder that may not be looked into nothing seems to be there. */
  private static boolean isIn(Path folder, Path file, FileSystem fs) throws IOException {
    fs.listStatus(folder);
    return fs.exists(file);
  }

  /**
   * Makes sure that nobody has taken away a file since they were written: who reads the rest would
   * find too few rows.
   *
   * @return these
   * @throws InputFault if a file is missing, or has another length
   */
  public PublishedResults requireFiles() {
    Path manifest = table(ResultFolder.MANIFEST);
    try {
      List<TableFile> written = ResultsManifest.files(fs, manifest);
      Optional<TableFile> missing = TableFile.missing(written, path, fs);
      if (missing.isPresent()) {
        throw without(missing.get(), written.equals(ResultsManifest.files(fs, manifest)));
      }
      return this;
    } catch (JsonProcessingException e) {
      throw notAsWritten(manifest, e);
    } catch (IOException e) {
      throw new InputFault("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  private InputFault without(TableFile file, boolean stillListed) {
    return new InputFault(
        stillListed
            ? "%s has no %s, which its %s lists; put it back as it was, or make these results anew from their logs"
                .formatted(path, file, ResultFolder.MANIFEST)
            : "%s was replaced while it was read; run again".formatted(path));
  }

  /**
   * The parts that have a table.
   *
   * @param name of the table's folder
   * @return folders with scheme; none if there is no such table
   * @throws InputFault if they cannot be looked at
   */
  public List<Path> partsWith(String name) {
    return parts.stream().filter(part -> exists(new Path(part, name))).toList();
  }

  private boolean exists(Path table) {
    try {
      return fs.exists(table);
    } catch (IOException e) {
      throw new InputFault("cannot look at %s: %s".formatted(table, e.getMessage()), e);
    }
  }

  /**
   * What the run says that has written them.
   *
   * @return its manifest as it is now
   * @throws InputFault if it cannot be read
   */
  public Manifest manifest() {
    Path manifest = table(ResultFolder.MANIFEST);
    try {
      return Manifest.read(fs, manifest);
    } catch (JsonProcessingException e) {
      throw notAsWritten(manifest, e);
    } catch (IOException e) {
      throw new InputFault("%s cannot be read: %s".formatted(manifest, e.getMessage()), e);
    }
  }

  private static InputFault notAsWritten(Path manifest, JsonProcessingException e) {
    return new InputFault(
        "%s is not as this version writes it: %s; write the results anew"
            .formatted(manifest, e.getOriginalMessage()),
        e);
  }

  /**
   * The folder of a table.
   *
   * @param name of the folder
   * @return its path, with scheme
   */
  public Path table(String name) {
    return new Path(path, name);
  }
}
