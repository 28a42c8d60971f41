package org.hitledger.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.fault.OutputFault;
import org.hitledger.fault.UsageFault;
import org.hitledger.source.HadoopFileSystems;
import org.hitledger.source.InputPath;

/**
 * Where a page is to appear, checked before anything is read; it appears whole or not at all.
 *
 * @param path the file, with scheme
 * @param hadoop how to reach its file system
 */
public record PageFile(Path path, Configuration hadoop) {
  /** What the pages of ours have near their beginning. */
  public static final String MARK = "<meta name=\"generator\" content=\"Hitledger\">";

  private static final int BEGINNING = 1024;

  /**
   * The file that an argument names.
   *
   * @param argument a file on any file system that Hadoop knows
   * @param overwrite whether an older page may be replaced
   * @param hadoop how to reach it
   * @return where the page can be written
   * @throws UsageFault if it cannot be written there, or something is there that must stay
   */
  public static PageFile begin(String argument, boolean overwrite, Configuration hadoop) {
    try {
      Path path = InputPath.parse(argument);
      FileSystem fs = HadoopFileSystems.of(path, hadoop);
      var page = new PageFile(InputPath.withoutLink(fs.makeQualified(path)), hadoop);
      page.requireFolder(fs);
      page.requireFree(overwrite, fs);
      return page;
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageFault(
          "--output %s cannot be written: %s".formatted(argument, e.getMessage()), e);
    }
  }

  private void requireFolder(FileSystem fs) throws IOException {
    if (path.isRoot()
        || !(StoreKind.of(fs) == StoreKind.OBJECT_STORE || fs.exists(path.getParent()))) {
      throw new UsageFault(
          "--output %s: its folder does not exist; make it, or name another file".formatted(path));
    }
  }

  private void requireFree(boolean overwrite, FileSystem fs) throws IOException {
    try {
      FileStatus there = fs.getFileStatus(path);
      if (there.isDirectory()) {
        throw new UsageFault(
            "--output %s is a folder; name a file, such as %s/report.html".formatted(path, path));
      }
      if (!isPageOfOurs(fs)) {
        throw new UsageFault(
            "--output %s is no page of ours; --overwrite replaces only those, so name another file"
                .formatted(path));
      }
      if (!overwrite) {
        throw new UsageFault(
            "--output %s exists; name another file, or replace it with --overwrite"
                .formatted(path));
      }
    } catch (FileNotFoundException e) {
      // As it should be.
    }
  }

  private boolean isPageOfOurs(FileSystem fs) throws IOException {
    try (InputStream in = fs.open(path)) {
      return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).contains(MARK);
    }
  }

  /**
   * Writes the page, or puts it into an older one's place.
   *
   * @param page all of it
   * @throws OutputFault if it cannot be written; an older page is whole then
   */
  public void write(byte[] page) {
    try {
      new ReplacedFile(path, hadoop).write(page);
    } catch (IOException e) {
      throw new OutputFault(
          "%s cannot be written: %s; is there space, and may you write there?"
              .formatted(path, e.getMessage()),
          e);
    }
  }
}
