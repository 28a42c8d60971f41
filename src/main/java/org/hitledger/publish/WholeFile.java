package org.hitledger.publish;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FSError;

/** Writes small files in one go. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes one.
   *
   * @param contents all of it
   * @param file where to, and what to do if it is there
   * @throws IOException if it cannot be written; a part of it may be there then
   */
  public static void write(byte[] contents, FSDataOutputStreamBuilder<?, ?> file)
      throws IOException {
    try (OutputStream out = file.build()) {
      out.write(contents);
    } catch (FSError e) {
      // So Hadoop's local file system tells of a full disk.
      throw new IOException(e.getCause().getMessage(), e);
    }
  }
}
