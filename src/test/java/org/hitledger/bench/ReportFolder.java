package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a benchmark writes. */
final class ReportFolder {

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "Where results are written; default: ${DEFAULT-VALUE}.")
  Path folder;

  Path resolve(String name) {
    return folder.resolve(name);
  }

  void make() throws IOException {
    Files.createDirectories(folder);
  }

  /** Writes a report, and prints it. */
  void publish(String name, String report) throws IOException {
    make();
    Files.writeString(resolve(name), report);
    new PrintStream(System.out, true, UTF_8).print(report);
  }
}
