package org.hitledger.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
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
 * The local file system under the scheme {@code fault:}, each of whose calls may go wrong as {@link
 * Faults} say. What takes many steps, such as deleting a folder, takes a call each, so that it may
 * stop half-way.
 */
public final class FaultFileSystem extends RawLocalFileSystem {
  static final String SCHEME = "fault";

  private Faults faults;

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
    faults = Faults.of(conf);
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    return faults.pass(() -> super.getFileStatus(path));
  }

  @Override
  public FileStatus getFileLinkStatus(Path path) throws IOException {
    // The local file system would start a process to look for a link.
    return getFileStatus(path);
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    return faults.pass(() -> super.listStatus(path));
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    java.nio.file.Path local = local(path);
    if (!Files.isDirectory(local)) {
      mkdirs(path.getParent());
      faults.pass(() -> Files.createDirectory(local));
    }
    return true;
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    java.nio.file.Path local = local(path);
    if (recursive && Files.isDirectory(local)) {
      for (FileStatus child : super.listStatus(path)) {
        delete(child.getPath(), true);
      }
    }
    return faults.pass(() -> Files.deleteIfExists(local));
  }

  /** In one step, without the copying with which the local file system helps itself. */
  @Override
  public boolean rename(Path from, Path to) throws IOException {
    return faults.pass(
        () -> {
          Files.move(local(from), local(to), StandardCopyOption.ATOMIC_MOVE);
          return true;
        });
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    byte[] content = faults.pass(() -> Files.readAllBytes(local(path)));
    return new FSDataInputStream(new FaultyInput(content, faults));
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
    OutputStream out =
        faults.pass(() -> Files.newOutputStream(local(path), StandardOpenOption.CREATE_NEW));
    return new FSDataOutputStream(new FaultyOutput(out, faults), null);
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
