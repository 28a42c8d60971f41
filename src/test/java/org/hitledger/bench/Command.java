package org.hitledger.bench;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hitledger.bench.Contestant.Measurement;

/**
 * A program as it is started from a shell.
 *
 * @param words the program and its arguments
 * @param environment variables on top of those that are there
 */
record Command(List<String> words, Map<String, String> environment) {
  private static final long LOOK_EVERY_MILLIS = 100;

  /** The shell knows what processor time its children took. */
  private static final List<String> TIMED =
      List.of("sh", "-c", "\"$@\"; code=$?; times >&2; exit $code", "sh");

  /** What {@code times} says last: for all children, in the programs and in the system. */
  private static final Pattern TIMES =
      Pattern.compile("(\\d+)m([0-9.,]+)s (\\d+)m([0-9.,]+)s\\s*\\z");

  static Command of(Object... words) {
    return new Command(Stream.of(words).map(Object::toString).toList(), Map.of());
  }

  /** A class of this project's tests in a JVM of its own, the same as this one. */
  static Command java(Class<?> main, List<String> classPath, Object... words) {
    return of(
        Stream.of(
                Stream.of(javaHome().resolve("bin/java")),
                Stream.of("-cp", String.join(File.pathSeparator, classPath)),
                Stream.of(main.getName()),
                Stream.of(words))
            .flatMap(each -> each)
            .toArray());
  }

  /** The JDK that all programs of a benchmark share. */
  static Path javaHome() {
    return Path.of(System.getProperty("java.home"));
  }

  Command with(String variable, String value) {
    var all = new HashMap<>(environment);
    all.put(variable, value);
    return new Command(words, all);
  }

  /** Runs it to its end; anything but success is a failure of the benchmark. */
  Finished run(Path out) throws IOException, InterruptedException {
    Path err = Files.createTempFile("bench", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(Stream.of(TIMED, words).flatMap(List::stream).toList())
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().remove("SPARK_HOME");
      builder.environment().putAll(environment);
      return finish(builder, err);
    } finally {
      Files.delete(err);
    }
  }

  private Finished finish(ProcessBuilder builder, Path err)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = builder.start();
    CompletableFuture<Long> end = process.onExit().thenApply(ended -> System.nanoTime());
    var memory = new PeakMemory(process.toHandle());
    try {
      do {
        memory.look();
      } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
    } finally {
      // Only where the benchmark itself was interrupted is anybody left.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String said = Files.readString(err);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "exit code %d of %s: %s".formatted(process.exitValue(), words, said));
    }
    return new Finished((end.join() - start) / 1e9, processorSeconds(said), memory.bytes(), said);
  }

  private static double processorSeconds(String said) {
    Matcher times = TIMES.matcher(said);
    if (!times.find()) {
      throw new IllegalStateException("no times in: " + said);
    }
    return 60 * (number(times.group(1)) + number(times.group(3)))
        + number(times.group(2))
        + number(times.group(4));
  }

  /** Shells write the comma of the country. */
  private static double number(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  /**
   * What a program did.
   *
   * @param seconds from its start to its end
   * @param processorSeconds on all processors together
   * @param peakBytes its memory
   * @param err what it said on standard error
   */
  record Finished(double seconds, double processorSeconds, long peakBytes, String err) {
    Measurement measurement() {
      return new Measurement(seconds, processorSeconds, peakBytes);
    }
  }
}
