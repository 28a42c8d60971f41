package org.hitledger.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.hitledger.fault.InputFault;
import org.junit.jupiter.api.io.TempDir;

/** A folder of inputs, and what is found in it. */
abstract class InputFixture {
  @TempDir Path folder;

  final Configuration hadoop = localFiles(RawLocalFileSystem.class);

  AbstractThrowableAssert<?, ?> assertFault(String argument) {
    return assertThatThrownBy(() -> find(argument)).isInstanceOf(InputFault.class);
  }

  List<String> messagesOf(String argument) {
    try {
      return find(argument).notes();
    } catch (InputFault e) {
      return List.of(e.getMessage());
    }
  }

  Inputs find(String... arguments) {
    return findExactly(
        Arrays.stream(arguments).map(argument -> folder + "/" + argument).toArray(String[]::new));
  }

  Inputs findExactly(String... arguments) {
    return InputFinder.find(List.of(arguments), hadoop);
  }

  /** The files found, relative to the test's folder. */
  List<String> names(Inputs found) {
    String prefix = "file:" + folder + "/";
    return found.files().stream().map(file -> file.name().replace(prefix, "")).toList();
  }

  Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Configuration localFiles(Class<? extends RawLocalFileSystem> implementation) {
    var hadoop = new Configuration(false);
    hadoop.set("fs.file.impl", implementation.getName());
    hadoop.setBoolean("fs.file.impl.disable.cache", true);
    return hadoop;
  }

  /** Local files whose mode forbids reading, told the way in which {@code FileInputStream} does. */
  public static final class Forbidden extends RawLocalFileSystem {
    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize)
        throws IOException {
      throw new FileNotFoundException(path.toUri().getPath() + " (Permission denied)");
    }
  }

  /** Local files, and a folder that may not be listed. */
  public static final class Secret extends RawLocalFileSystem {
    @Override
    public FileStatus[] listStatus(org.apache.hadoop.fs.Path path) throws IOException {
      if (path.getName().equals("secret")) {
        throw new AccessControlException("Permission denied");
      }
      return super.listStatus(path);
    }
  }

  /** Local files that open when a number of them is being opened. */
  public static final class Meeting extends RawLocalFileSystem {
    static final int FILES = 8;

    private final CyclicBarrier barrier = new CyclicBarrier(FILES);

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize)
        throws IOException {
      try {
        barrier.await(60, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new IOException("nobody else came", e);
      }
      return super.open(path, bufferSize);
    }
  }
}
