package org.hitledger.source;

import java.net.URI;
import java.time.Instant;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.hitledger.compression.Packing;

/**
 * One log file as it was when the run began.
 *
 * @param path where it is, with scheme and authority
 * @param length its bytes as stored
 * @param modificationTime milliseconds since 1970, as its file system tells
 */
public record InputFile(Path path, long length, long modificationTime) {

  static InputFile of(FileStatus status) {
    return new InputFile(status.getPath(), status.getLen(), status.getModificationTime());
  }

  /**
   * Whether the file is plain text, which can be cut.
   *
   * @return false if it is packed
   */
  public boolean isPlain() {
    return Packing.ofName(path.getName()).isEmpty();
  }

  /** Length and time, for messages. */
  String stamp() {
    return "%d bytes of %s".formatted(length, Instant.ofEpochMilli(modificationTime));
  }

  /**
   * The name of a file that Spark tells of by its URI; people do not write {@code %20}.
   *
   * @param uri as Spark has it
   * @return as {@link #name} gives it
   */
  public static String nameOf(String uri) {
    return new Path(URI.create(uri)).toString();
  }

  /**
   * What results and messages call the file.
   *
   * @return its path with scheme, nothing encoded
   */
  public String name() {
    return path.toString();
  }
}
