package org.hitledger.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What suites need and make once for all of them, though some run beside each other. */
final class Once {
  private Once() {}

  /** How it is made. */
  interface Step {
    void run() throws IOException, InterruptedException;
  }

  /** Takes the step unless it was taken since the source was changed; a mark says when. */
  static synchronized void since(Path source, Path mark, Step step)
      throws IOException, InterruptedException {
    Files.createDirectories(mark.getParent());
    try (FileChannel channel =
        FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      boolean isDone =
          channel.size() > 0
              && Files.getLastModifiedTime(mark).compareTo(Files.getLastModifiedTime(source)) > 0;
      if (!isDone) {
        step.run();
        Files.writeString(mark, "done");
      }
    }
  }
}
