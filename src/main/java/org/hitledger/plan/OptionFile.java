package org.hitledger.plan;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.UsageFault;
import org.hitledger.source.HadoopFileSystems;
import org.hitledger.source.InputPath;

/**
 * A small file that an option names, on any file system that Hadoop knows.
 *
 * @param option the option, for messages
 * @param name the file as the user wrote it
 * @param hint what else could have been meant, behind the message that it is not there
 */
record OptionFile(String option, String name, String hint) {

  /** What is done with a file's contents. */
  @FunctionalInterface
  interface Reader<T> {
    T read(InputStream contents, FileSystem fs, Path path) throws IOException;
  }

  /**
   * Reads the file.
   *
   * @throws UsageFault if it is not there or cannot be read
   */
  <T> T read(Configuration hadoop, Reader<T> reader) {
    try {
      Path path = InputPath.parse(name);
      FileSystem fs = HadoopFileSystems.of(path, hadoop);
      try (InputStream in = fs.open(path)) {
        return reader.read(in, fs, path);
      }
    } catch (FileNotFoundException e) {
      throw new UsageFault(
          "%s %s: no such file, or not one to be read%s".formatted(option, name, hint), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageFault("%s %s cannot be read: %s".formatted(option, name, e.getMessage()), e);
    }
  }
}
