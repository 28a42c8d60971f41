package org.hitledger.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Runs of {@code notebooks/run.sh}. */
final class RunScript {
  private static final String MISSING =
      "Jupyter is not installed; on Debian: apt-get install jupyter-nbconvert jupyter-client";

  private static final String RESULTS = "HITLEDGER_RESULTS";

  private RunScript() {}

  /** Leaves the tests out where Jupyter is missing, but not on CI, where nobody would notice. */
  static void requireJupyter() throws IOException, InterruptedException {
    if (!hasJupyter()) {
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(MISSING);
      }
      Assumptions.abort(MISSING);
    }
  }

  private static boolean hasJupyter() throws InterruptedException {
    try {
      return run(List.of("jupyter", "nbconvert", "--version"), Map.of()).code() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs the script to its end. */
  static Finished run(Object... words) throws IOException, InterruptedException {
    return run(command(words), Map.of());
  }

  /** The same, with other results to explore than those of the samples. */
  static Finished runOn(Path results, Object... words) throws IOException, InterruptedException {
    return run(command(words), Map.of(RESULTS, results.toString()));
  }

  private static List<String> command(Object... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of("notebooks/run.sh").toAbsolutePath().toString());
    Stream.of(words).map(Object::toString).forEach(command::add);
    return command;
  }

  private static Finished run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("run", ".txt");
    try {
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
      builder.environment().remove("SPARK_HOME");
      builder.environment().remove(RESULTS);
      builder.environment().putAll(environment);
      int code = builder.start().waitFor();
      return new Finished(code, Files.readString(said));
    } finally {
      Files.delete(said);
    }
  }

  /**
   * What the script did.
   *
   * @param code its exit code
   * @param said its standard output and standard error
   */
  record Finished(int code, String said) {}
}
