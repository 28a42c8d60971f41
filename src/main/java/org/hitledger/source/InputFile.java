package org.hitledger.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.hitledger.compression.Packing;
import org.hitledger.fault.InputFault;

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

  /**
   * Makes sure that the file is still what it was. A line reader stops at the length that a file
   * had when it was listed, so that without this check a file that grows would lose lines silently.
   *
   * @param hadoop how to reach the file system
   * @throws InputFault if the file has another length or modification time, or is gone
   */
  public void requireUnchanged(Configuration hadoop) {
    InputFile now = now(hadoop);
    if (!now.equals(this)) {
      throw new InputFault(
          "%s changed while it was read (%s, now %s); run again when its log is rotated"
              .formatted(name(), stamp(), now.stamp()));
    }
  }

  /**
   * Makes sure that the file still has all that it had, where it is no harm that it grows.
   *
   * @param hadoop how to reach the file system
   * @throws InputFault if the file is shorter, or is gone
   */
  public void requireNotShorter(Configuration hadoop) {
    InputFile now = now(hadoop);
    if (now.length() < length) {
      throw new InputFault(
          "%s was cut while it was read (%s, now %s); run again"
              .formatted(name(), stamp(), now.stamp()));
    }
  }

  /**
   * The file as it is at this moment.
   *
   * @param hadoop how to reach the file system
   * @return with its length and time
   * @throws InputFault if it is gone
   */
  public InputFile now(Configuration hadoop) {
    try {
      return of(HadoopFileSystems.of(path, hadoop).getFileStatus(path));
    } catch (FileNotFoundException e) {
      throw new InputFault(
          name() + " vanished while it was read; run again without it or with it back", e);
    } catch (IOException e) {
      throw new InputFault("cannot look at %s again: %s".formatted(name(), e), e);
    }
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
