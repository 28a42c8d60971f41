package org.hitledger.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

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
    List<TableFile> files = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = fs.listFiles(folder, true);
    int prefix = fs.makeQualified(folder).toString().length() + 1;
    while (all.hasNext()) {
      LocatedFileStatus file = all.next();
      String name = file.getPath().toString().substring(prefix);
      if (name.endsWith(SUFFIX)) {
        files.add(new TableFile(name, file.getLen()));
      }
    }
    files.sort(Comparator.comparing(TableFile::name));
    return files;
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
