package org.hitledger.submit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of the project as it would be after {@code git clone}: the files of a clone and nothing
 * that was built. It need not be committed, so that a change can be tested before.
 *
 * @param folder where the copy is
 */
record Clone(Path folder) {
  private static final List<String> CLONED =
      List.of("pom.xml", ".mvn", "src", "conf", "submit.sh", "README.md");

  static Clone into(Path folder) throws IOException {
    for (String name : CLONED) {
      copy(Path.of(name), folder.resolve(name));
    }
    return new Clone(folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      all.forEach(path -> copyOne(path, to.resolve(from.relativize(path).toString())));
    }
  }

  private static void copyOne(Path from, Path to) {
    try {
      Files.createDirectories(to.toAbsolutePath().getParent());
      Files.copy(from, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code submit.sh} to its end. */
  Finished submit(Path currentFolder, Map<String, String> environment, Object... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("submit.sh").toString());
    Stream.of(words).map(Object::toString).forEach(command::add);
    return run(currentFolder, environment, command);
  }

  /** Runs a command line to its end, as a shell in the clone's folder understands it. */
  Finished shell(String commandLine) throws IOException, InterruptedException {
    return run(folder, Map.of(), List.of("bash", "-c", commandLine));
  }

  private static Finished run(
      Path currentFolder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("submit", ".out");
    Path err = Files.createTempFile("submit", ".err");
    var builder =
        new ProcessBuilder(command)
            .directory(currentFolder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("SPARK_HOME");
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    var finished = new Finished(code, Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return finished;
  }

  /**
   * What a process did.
   *
   * @param code its exit code
   * @param out its standard output
   * @param err its standard error
   */
  record Finished(int code, String out, String err) {}
}
