package org.hitledger.source;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.util.functional.FutureIO;

/** File systems by the schemes of paths. */
public final class HadoopFileSystems {
  private HadoopFileSystems() {}

  /**
   * The file system that a path is of.
   *
   * @param path any
   * @param hadoop settings
   * @return the one that Hadoop keeps for its scheme and authority
   * @throws IOException if there is none. Hadoop itself names connectors that it does not bring,
   *     such as S3A, and fails in other ways where they are not on the class path
   */
  public static FileSystem of(Path path, Configuration hadoop) throws IOException {
    try {
      return path.getFileSystem(hadoop);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof ClassNotFoundException missing) {
        throw withoutConnector(scheme(path, hadoop), missing);
      }
      throw e;
    } catch (UnsupportedFileSystemException | NoClassDefFoundError e) {
      throw withoutConnector(scheme(path, hadoop), e);
    }
  }

  /**
   * Opens a file whose length is known: a store of objects is not asked for it once more.
   *
   * @param path the file
   * @param length its bytes, as they were listed
   * @param hadoop settings
   * @return its bytes, from the first on
   * @throws IOException if it cannot be opened; a store may say so only when it is read
   */
  public static FSDataInputStream open(Path path, long length, Configuration hadoop)
      throws IOException {
    return open(of(path, hadoop), path, length);
  }

  static FSDataInputStream open(FileSystem fs, Path path, long length) throws IOException {
    return FutureIO.awaitFuture(
        fs.openFile(path)
            .optLong(Options.OpenFileOptions.FS_OPTION_OPENFILE_LENGTH, length)
            .build());
  }

  /** A path without one is of the default file system. */
  private static String scheme(Path path, Configuration hadoop) {
    return path.makeQualified(FileSystem.getDefaultUri(hadoop), new Path("/")).toUri().getScheme();
  }

  private static IOException withoutConnector(String scheme, Throwable missing) {
    return new IOException(
        "the connector for %s:// is not here, or not whole (%s); %s"
            .formatted(scheme, missing.getMessage(), advice(scheme)),
        missing);
  }

  private static String advice(String scheme) {
    return scheme.equals("s3a")
        ? "src/site/markdown/s3.md has the --packages that bring it"
        : "see how it is spelled, or give its jars with --packages or --jars";
  }
}
