package org.hitledger.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.hitledger.fault.UsageFault;

/** How results can come to lie at a place, which hangs on what keeps them. */
public enum StoreKind {
  /** A rename is one step, and there is one who makes it: local disks, HDFS. */
  FILE_SYSTEM("name another folder, or replace it with --overwrite"),

  /** Objects by their keys: a rename copies each of them, and folders are only parts of keys. */
  OBJECT_STORE("name another folder");

  /**
   * Those for which Hadoop has a connector, by its specification of file systems ("Object Stores
   * vs. Filesystems") and its modules; and {@code s3} and {@code s3n}, as some distributions call
   * S3A.
   */
  private static final Set<String> OBJECT_STORES =
      Set.of("s3a", "s3", "s3n", "gs", "oss", "cosn", "obs", "tos", "wasb", "wasbs");

  private final String adviceIfTaken;

  StoreKind(String adviceIfTaken) {
    this.adviceIfTaken = adviceIfTaken;
  }

  /**
   * What keeps a file system's files.
   *
   * @param fs the file system
   * @return an object store if it is known for one
   */
  public static StoreKind of(FileSystem fs) {
    return OBJECT_STORES.contains(fs.getUri().getScheme()) ? OBJECT_STORE : FILE_SYSTEM;
  }

  /** What to do where there is something at an output. */
  String adviceIfTaken() {
    return adviceIfTaken;
  }

  /** The files below a folder, as cheaply as this kind gives them. */
  Stream<FileStatus> filesBelow(Path folder, FileSystem fs) throws IOException {
    var files = new ArrayList<FileStatus>();
    if (this == OBJECT_STORE) {
      // One question for a thousand files, in however many folders.
      RemoteIterator<LocatedFileStatus> all = fs.listFiles(folder, true);
      while (all.hasNext()) {
        files.add(all.next());
      }
    } else {
      addBelow(folder, fs, files);
    }
    return files.stream();
  }

  /** On local disks {@code listFiles} would start a process for each file, to ask for its mode. */
  private static void addBelow(Path folder, FileSystem fs, List<FileStatus> files)
      throws IOException {
    for (FileStatus entry : fs.listStatus(folder)) {
      if (entry.isDirectory()) {
        addBelow(entry.getPath(), fs, files);
      } else {
        files.add(entry);
      }
    }
  }

  /**
   * Refuses what is safe only where a rename is one step.
   *
   * @param asked what was asked for, as a user writes it
   * @param reason why that is not safe
   * @param advice what to do instead
   * @throws UsageFault if this is an object store
   */
  public void requireRename(String asked, String reason, String advice) {
    if (this == OBJECT_STORE) {
      throw new UsageFault(
          "%s: on an object store a rename is not one step, so that %s; %s"
              .formatted(asked, reason, advice));
    }
  }
}
