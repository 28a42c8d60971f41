package org.hitledger.fuzz;

import com.code_intelligence.jazzer.Jazzer;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hitledger.rules.LineClassifier;

/**
 * A run of Jazzer in a process of its own: it changes the classes that it watches, and a test that
 * hung or ended the process would end the others too.
 *
 * @param target what it calls
 * @param folder where it works, and leaves what it found
 * @param start the lines that it starts from
 */
record Fuzzer(Class<?> target, Path folder, Path start) {

  /** The oracle's time may grow with the cube of the length. */
  private static final int LONGEST_LINE = 300;

  private static final int SECONDS_FOR_ONE_LINE = 30;

  private static final String WATCHED =
      "org.hitledger.bytes.**:org.hitledger.access.**:org.hitledger.logformat.**"
          + ":org.hitledger.rules.**";

  private static final Pattern RUNS = Pattern.compile("(?m)^Done (\\d+) runs");

  /** A fuzzer with a new folder under {@code target}, so that no finding touches the sources. */
  static Fuzzer on(Class<?> target, Path seeds) throws IOException {
    Path findings = Files.createDirectories(Path.of("target", "fuzz").toAbsolutePath());
    return new Fuzzer(target, Files.createTempDirectory(findings, target.getSimpleName()), seeds);
  }

  /** The lines it starts from, in folders that are named like their classes. */
  static Path seeds() {
    return resource("seeds");
  }

  /** A line that shows the planted fault. */
  static Path fault() {
    return resource("planted");
  }

  /** Runs until something is found, or to the last of so many lines; 0 draws a new seed. */
  Finished run(int lines, int seed) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Files.createDirectory(newLines());
    Process process =
        new ProcessBuilder(command(lines, seed))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new Finished(process.waitFor(), Files.readString(output), count(newLines()));
  }

  private Path newLines() {
    return folder.resolve("lines");
  }

  private List<String> command(int lines, int seed) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        // Newer JVMs warn of an agent that comes late, which is how Jazzer comes.
        "-XX:+EnableDynamicAgentLoading",
        "-cp",
        classPath(),
        Jazzer.class.getName(),
        "--target_class=" + target.getName(),
        "--instrumentation_includes=" + WATCHED,
        "--custom_hook_includes=" + WATCHED,
        "--reproducer_path=" + folder,
        "-artifact_prefix=" + folder + File.separator,
        "-dict=" + resource("tokens.dict"),
        "-max_len=" + LONGEST_LINE,
        "-timeout=" + SECONDS_FOR_ONE_LINE,
        "-runs=" + lines,
        "-seed=" + seed,
        newLines().toString(),
        start.toString());
  }

  /** Only what the target needs: ours, our tests' and the fuzzer. */
  private String classPath() {
    return Stream.of(LineClassifier.class, target, Jazzer.class, FuzzedDataProvider.class)
        .map(Fuzzer::origin)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path resource(String name) {
    try {
      return Path.of(Fuzzer.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }

  /**
   * A run that has ended.
   *
   * @param code 0 if nothing was found
   * @param output what the fuzzer said, with the seed of its chance and with what it found
   * @param newLines how many lines it kept since they took a new way through the code
   */
  record Finished(int code, String output, long newLines) {

    /** How many lines were tried by a fuzzer that found nothing. */
    int runs() {
      Matcher done = RUNS.matcher(output);
      return done.find() ? Integer.parseInt(done.group(1)) : 0;
    }
  }
}
