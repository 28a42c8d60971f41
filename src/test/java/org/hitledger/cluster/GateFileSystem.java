package org.hitledger.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local file system under the scheme {@code gate:}, with a {@link Gate} at one call: {@code
 * fs.gate.at} is its name, a colon, and a part of the path it must be about.
 */
public final class GateFileSystem extends RawLocalFileSystem {
  static final String SCHEME = "gate";
  static final String FOLDER = "fs.gate.folder";
  static final String AT = "fs.gate.at";

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public void initialize(URI uri, Configuration conf) throws IOException {
    super.initialize(getUri(), conf);
  }

  /** The local one looks permissions up by a URI that has to be of its own scheme. */
  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    return Stream.of(super.listStatus(path))
        .map(
            status ->
                new FileStatus(
                    status.getLen(),
                    status.isDirectory(),
                    status.getReplication(),
                    status.getBlockSize(),
                    status.getModificationTime(),
                    status.getPath()))
        .toArray(FileStatus[]::new);
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    pass("mkdirs", path);
    return super.mkdirs(path);
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    // Only in tasks: the driver looks at every input once before.
    if (org.apache.spark.TaskContext.get() != null) {
      pass("open", path);
    }
    return super.open(path, bufferSize);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    pass("create", path);
    return super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    pass("create", path);
    return super.create(path, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public FSDataOutputStream createNonRecursive(
      Path path,
      FsPermission permission,
      EnumSet<CreateFlag> flags,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    pass("create", path);
    return super.createNonRecursive(
        path, permission, flags, bufferSize, replication, blockSize, progress);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    pass("rename", to);
    // In one step, as distributed file systems do it: the local one helps itself by copying.
    Files.move(local(from), local(to), StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    pass("delete", path);
    return super.delete(path, recursive);
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  private void pass(String call, Path path) {
    String[] at = getConf().get(AT, "never:").split(":", 2);
    if (at[0].equals(call) && path.toString().contains(at[1])) {
      new Gate(java.nio.file.Path.of(getConf().get(FOLDER))).pass();
    }
  }
}
