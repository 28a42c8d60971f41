package org.hitledger.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.hitledger.compression.Compression;
import org.hitledger.fault.InputFault;

/**
 * Looks into a file before the engine does: at its first bytes, which its name may belie.
 *
 * @param file the file
 * @param fs where it is
 */
record ContentCheck(FileStatus file, FileSystem fs) {

  /**
   * Makes sure that the file can be read, as what its name says.
   *
   * @throws InputFault if it cannot, is no gzip or plain text, or is named as what it is not
   */
  void requireReadable() {
    Path path = file.getPath();
    if (InputPath.isSpecial(path)) {
      throw new InputFault(path + " is a pipe or a device; save it to a file first and name that");
    }
    try {
      requireNameFits(firstBytes());
    } catch (FileNotFoundException e) {
      throw Unreadable.because(isThere(e) ? forbidden(e) : e, path.toString());
    } catch (IOException e) {
      throw Unreadable.because(e, path.toString());
    }
  }

  /** The local file system throws the same for a file that may not be opened. */
  private boolean isThere(FileNotFoundException e) {
    try {
      return fs.exists(file.getPath());
    } catch (IOException again) {
      e.addSuppressed(again);
      return false;
    }
  }

  private static AccessControlException forbidden(FileNotFoundException e) {
    return new AccessControlException(e);
  }

  private byte[] firstBytes() throws IOException {
    try (FSDataInputStream in = fs.open(file.getPath())) {
      return in.readNBytes(Compression.START);
    }
  }

  /** Spark goes by the suffix: gzip without it would be taken for lines of text. */
  private void requireNameFits(byte[] start) {
    Optional<Compression> content = Compression.ofContent(start);
    Optional<Compression> name = Compression.ofName(file.getPath().getName());
    if (content.isPresent() && content.get() != Compression.GZIP) {
      throw new InputFault(
          "%s is %s, and only gzip and plain text are read; repack it: %s"
              .formatted(
                  file.getPath(),
                  content.get(),
                  content.get().repack(file.getPath().toUri().getPath())));
    }
    if (content.isPresent() && name.isEmpty()) {
      throw new InputFault(
          file.getPath() + " is gzip, but its name does not end with .gz; rename it");
    }
    if (name.isPresent() && !name.equals(content)) {
      throw new InputFault(
          "%s is named %s, but %s; rename it, or replace it by the whole file"
              .formatted(
                  file.getPath(),
                  name.get().suffix(),
                  start.length == 0 ? "is empty" : "is no " + name.get()));
    }
  }
}
