package org.hitledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The most memory that a process and its descendants had at a time: the sum of what Linux keeps for
 * each as its peak ({@code VmHWM}), looked at ten times a second. Elsewhere it stays 0.
 */
final class PeakMemory {
  private static final String PEAK = "VmHWM:";

  private final ProcessHandle root;
  private long bytes;

  PeakMemory(ProcessHandle root) {
    this.root = root;
  }

  void look() {
    long now =
        Stream.concat(Stream.of(root), root.descendants()).mapToLong(PeakMemory::peakOf).sum();
    bytes = Math.max(bytes, now);
  }

  long bytes() {
    return bytes;
  }

  private static long peakOf(ProcessHandle process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) << 10)
          .sum();
    } catch (IOException | UncheckedIOException e) {
      // Ended meanwhile, or this is no Linux.
      return 0;
    }
  }
}
