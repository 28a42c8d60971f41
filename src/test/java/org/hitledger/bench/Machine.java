package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the machine: a time without one means nothing. */
final class Machine {
  private Machine() {}

  static String name() {
    return String.format(
        Locale.ROOT,
        "%s, %d processors%s, %s %s, JDK %s (%s)",
        field("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        field("/proc/meminfo", "MemTotal").map(Machine::gibibytes).orElse(""),
        System.getProperty("os.name"),
        System.getProperty("os.version").replaceAll("-.*", ""),
        System.getProperty("java.version"),
        System.getProperty("java.vendor"));
  }

  private static String gibibytes(String kibibytes) {
    double amount = Long.parseLong(kibibytes.replaceAll("\\D+", "")) / (double) (1 << 20);
    return String.format(Locale.ROOT, ", %.0f GiB", amount);
  }

  /** Linux tells; other systems have no such files. */
  private static Optional<String> field(String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
