package org.hitledger.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A file with rows of a segment.
 *
 * @param name its path below the segment's folder
 * @param bytes how long it is
 */
public record SegmentFile(String name, long bytes) {
  private static final String SUFFIX = ".parquet";

  /**
   * The files below a folder.
   *
   * @param folder of a segment, or where one is prepared
   * @param fs where it lies
   * @return in the order of their names
   * @throws IOException if the folder cannot be listed
   */
  public static List<SegmentFile> below(Path folder, FileSystem fs) throws IOException {
    List<SegmentFile> files = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = fs.listFiles(folder, true);
    int prefix = fs.makeQualified(folder).toString().length() + 1;
    while (all.hasNext()) {
      LocatedFileStatus file = all.next();
      String name = file.getPath().toString().substring(prefix);
      if (name.endsWith(SUFFIX)) {
        files.add(new SegmentFile(name, file.getLen()));
      }
    }
    files.sort(Comparator.comparing(SegmentFile::name));
    return files;
  }
}
