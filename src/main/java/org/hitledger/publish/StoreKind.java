package org.hitledger.publish;

import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
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
