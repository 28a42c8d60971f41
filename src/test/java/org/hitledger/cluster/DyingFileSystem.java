package org.hitledger.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.TaskContext;

/**
 * The local file system under the scheme {@code dying:}, in which an executor ends that opens a
 * file: by the signal that {@link #BY} names, for want of heap, or by the cluster, since it takes
 * more memory beside its heap than its container has.
 */
public final class DyingFileSystem extends RawLocalFileSystem {
  static final String BY = "fs.dying.by";
  static final String HEAP = "HEAP";
  static final String CONTAINER = "CONTAINER";
  private static final int MORE_THAN_A_CONTAINER = 500 << 20;

  @Override
  public URI getUri() {
    return URI.create("dying:///");
  }

  @Override
  public void initialize(URI uri, Configuration conf) throws IOException {
    super.initialize(getUri(), conf);
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    // Only in tasks: the driver looks at every input once before.
    if (TaskContext.get() != null) {
      die(getConf().get(BY));
    }
    return super.open(path, bufferSize);
  }

  private static void die(String by) throws IOException {
    switch (by) {
      case HEAP -> throw new OutOfMemoryError("Java heap space");
      case CONTAINER -> standWith(ByteBuffer.allocateDirect(MORE_THAN_A_CONTAINER));
      default -> kill(by);
    }
  }

  /** All of it is written to, with zeros; until the cluster has seen that. */
  private static void standWith(ByteBuffer memory) {
    new CompletableFuture<ByteBuffer>().join().put(memory);
  }

  private static void kill(String signal) throws IOException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(ProcessHandle.current().pid()))
        .start()
        .onExit()
        .join();
  }
}
