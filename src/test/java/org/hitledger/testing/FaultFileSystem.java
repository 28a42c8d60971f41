package org.hitledger.testing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
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
    return faults.pass(() -> withoutOwner(super.getFileStatus(path)));
  }

  @Override
  public FileStatus getFileLinkStatus(Path path) throws IOException {
    // The local file system would start a process to look for a link.
    return getFileStatus(path);
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    return faults.pass(
        () ->
            Arrays.stream(super.listStatus(path))
                .map(FaultFileSystem::withoutOwner)
                .toArray(FileStatus[]::new));
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    java.nio.file.Path local = local(path);
    if (!Files.isDirectory(local)) {
      mkdirs(path.getParent());
      faults.pass(() -> createFolder(local));
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
    byte[] content = faults.pass(() -> read(path));
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
    OutputStream out = faults.pass(() -> createNew(path));
    return new FSDataOutputStream(new FaultyOutput(out, faults), null);
  }

  /** Tasks make the same folder at the same time. */
  private static java.nio.file.Path createFolder(java.nio.file.Path local) throws IOException {
    try {
      return Files.createDirectory(local);
    } catch (java.nio.file.FileAlreadyExistsException e) {
      if (Files.isDirectory(local)) {
        return local;
      }
      throw e;
    }
  }

  /** Who owns a file the local file system would ask a process, under the scheme file alone. */
  private static FileStatus withoutOwner(FileStatus status) {
    return new FileStatus(
        status.getLen(),
        status.isDirectory(),
        status.getReplication(),
        status.getBlockSize(),
        status.getModificationTime(),
        status.getPath());
  }

  /** With the exceptions that Hadoop's file systems have for it. */
  private static byte[] read(Path path) throws IOException {
    try {
      return Files.readAllBytes(local(path));
    } catch (NoSuchFileException e) {
      throw withCause(new FileNotFoundException(e.getMessage()), e);
    }
  }

  private static OutputStream createNew(Path path) throws IOException {
    try {
      return Files.newOutputStream(local(path), StandardOpenOption.CREATE_NEW);
    } catch (java.nio.file.FileAlreadyExistsException e) {
      throw withCause(new FileAlreadyExistsException(e.getMessage()), e);
    }
  }

  private static IOException withCause(IOException exception, IOException cause) {
    exception.initCause(cause);
    return exception;
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
