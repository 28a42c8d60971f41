package org.hitledger.publish;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file with rows, of one of the tables of results.
 *
 * @param name its path below the folder of the results
 * @param bytes how long it is
 */
public record TableFile(String name, long bytes) {
  private static final String SUFFIX = ".parquet";

  /**
   * The files below a folder.
   *
   * @param folder of results, or where they are prepared
   * @param fs where it lies
   * @return in the order of their names
   * @throws IOException if the folder cannot be listed
   */
  public static List<TableFile> below(Path folder, FileSystem fs) throws IOException {
    int prefix = fs.makeQualified(folder).toString().length() + 1;
    return StoreKind.of(fs)
        .filesBelow(folder, fs)
        .filter(file -> file.getPath().getName().endsWith(SUFFIX))
        .map(file -> new TableFile(file.getPath().toString().substring(prefix), file.getLen()))
        .sorted(Comparator.comparing(TableFile::name))
        .toList();
  }

  /**
   * The folder it lies in: one for each partition.
   *
   * @return its path below the folder of the results; empty for none
   */
  public String partition() {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  /**
   * A file that is not there any more as it was.
   *
   * @param written files as they were written
   * @param folder that should have them
   * @param fs where it lies
   * @return the first of them that is missing, or has another length
   * @throws IOException if the folder cannot be listed
   */
  public static Optional<TableFile> missing(List<TableFile> written, Path folder, FileSystem fs)
      throws IOException {
    Set<TableFile> there = Set.copyOf(below(folder, fs));
    return written.stream().filter(file -> !there.contains(file)).findFirst();
  }

  /** As messages name it. */
  @Override
  public String toString() {
    return "%s of %,d bytes".formatted(name, bytes);
  }
}
