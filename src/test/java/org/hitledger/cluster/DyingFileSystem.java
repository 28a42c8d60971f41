package org.hitledger.cluster;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.TaskContext;

/**
 * The local file system under the scheme {@code dying:}, in which an executor ends that opens a
 * file: by the signal that {@link #BY} names, or for want of heap.
 */
public final class DyingFileSystem extends RawLocalFileSystem {
  static final String BY = "fs.dying.by";
  static final String HEAP = "HEAP";

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
    if (by.equals(HEAP)) {
      throw new OutOfMemoryError("Java heap space");
    }
    new ProcessBuilder("kill", "-" + by, Long.toString(ProcessHandle.current().pid()))
        .start()
        .onExit()
        .join();
  }
}
