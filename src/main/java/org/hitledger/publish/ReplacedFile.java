package org.hitledger.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.hitledger.source.HadoopFileSystems;
import org.hitledger.source.InputPath;

/** A file that readers find with its old or with its new contents, and with nothing between. */
public final class ReplacedFile {
  private final Path path;
  private final Path next;
  private final Configuration hadoop;

  /**
   * A file that may not exist.
   *
   * @param path with scheme; its folder exists once it is written
   * @param hadoop how to reach its file system
   */
  public ReplacedFile(Path path, Configuration hadoop) {
    this.path = path;
    this.next = InputPath.below(path.getParent(), "." + path.getName() + ".next");
    this.hadoop = hadoop;
  }

  /**
   * Replaces all of it, unless it is the same. Only one process at a time may do that.
   *
   * @param contents new ones
   * @throws IOException if the old ones are still there
   */
  public void write(byte[] contents) throws IOException {
    FileSystem fs = HadoopFileSystems.of(path, hadoop);
    if (has(contents, fs)) {
      // Of a run that died before it could rename it.
      fs.delete(next, false);
      return;
    }
    if (StoreKind.of(fs) == StoreKind.OBJECT_STORE) {
      // An object is there once all of it is.
      WholeFile.write(contents, fs.createFile(path).recursive().overwrite(true));
    } else {
      WholeFile.write(contents, fs.createFile(next).overwrite(true));
      renameNext(fs);
    }
  }

  private void renameNext(FileSystem fs) throws IOException {
    if (fs.getUri().getScheme().equals("file")) {
      Files.move(local(next), local(path), StandardCopyOption.ATOMIC_MOVE);
    } else {
      FileContext.getFileContext(fs.getUri(), hadoop).rename(next, path, Options.Rename.OVERWRITE);
    }
  }

  private boolean has(byte[] contents, FileSystem fs) throws IOException {
    try (InputStream in = fs.open(path)) {
      return Arrays.equals(in.readAllBytes(), contents);
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
