package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Counts the files of a folder, each by one thread; a thread has a map for all of its files. */
final class FloorMain {
  /** Longer than any line of a corpus. */
  private static final int BUFFER = 1 << 18;

  private FloorMain() {}

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    int threads = Integer.parseInt(args[0]);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    var counts = new HashMap<String, Long>();
    try (Stream<Path> all = Files.list(Path.of(args[1]))) {
      Queue<Path> files = new ConcurrentLinkedQueue<>(all.sorted().toList());
      Callable<FloorTally> work = () -> count(files);
      for (Future<FloorTally> tally : pool.invokeAll(Collections.nCopies(threads, work))) {
        tally.get().addTo(counts);
      }
    } finally {
      pool.shutdownNow();
    }
    print(counts);
  }

  private static void print(Map<String, Long> counts) {
    var out = new PrintStream(System.out, false, US_ASCII);
    counts.forEach((path, count) -> out.print(count + "\t" + path + "\n"));
    out.flush();
  }

  private static FloorTally count(Queue<Path> files) throws IOException {
    var tally = new FloorTally();
    byte[] buffer = new byte[BUFFER];
    for (Path file = files.poll(); file != null; file = files.poll()) {
      count(file, buffer, tally);
    }
    return tally;
  }

  private static void count(Path file, byte[] buffer, FloorTally tally) throws IOException {
    var line = new FloorLine(buffer);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      int end = 0;
      for (int read = in.read(buffer); read > 0; read = in.read(buffer, end, BUFFER - end)) {
        int rest = countLines(line, buffer, end, end + read, tally);
        end += read - rest;
        System.arraycopy(buffer, rest, buffer, 0, end);
      }
    }
  }

  /** All lines up to the last LF; returns where the rest starts. */
  private static int countLines(FloorLine line, byte[] buffer, int from, int to, FloorTally tally) {
    int start = 0;
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        if (line.isCounted(start, i)) {
          tally.add(buffer, line.pathFrom(), line.pathTo());
        }
        start = i + 1;
      }
    }
    return start;
  }
}
