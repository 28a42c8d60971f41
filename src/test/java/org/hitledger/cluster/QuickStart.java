package org.hitledger.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How JVMs of clusters start in a third of the processor time: Spark's classes are there as a run
 * has left them, and no second compiler looks at methods, which pays for no run of these tests.
 */
final class QuickStart {
  private static final Path JARS = Path.of("target/spark/jars").toAbsolutePath();
  private static final Path TESTS = Path.of("target/test-classes").toAbsolutePath();

  /** JVMs leave an archive of another one alone. */
  private static final Path ARCHIVE =
      Path.of("target", "quick-start-%s.jsa".formatted(Runtime.version())).toAbsolutePath();

  /** What is of use to any JVM that ends soon. */
  static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /** A JVM that leaves the archive alone says so on its standard output. */
  private static final String OPTIONS = ONE_COMPILER + " -Xlog:disable -Xlog:all=error:stderr";

  /** What the class path begins with; folders may come behind it. */
  static final String CLASS_PATH = JARS + "/*";

  /** The same with the file systems of these tests. */
  static final String CLASS_PATH_WITH_TESTS = CLASS_PATH + ":" + TESTS;

  private QuickStart() {}

  /** The options of such a JVM, as one would write them. */
  static String options() throws IOException, InterruptedException {
    Once.since(
        Path.of("pom.xml"),
        ARCHIVE.resolveSibling(ARCHIVE.getFileName() + ".made"),
        () -> run(command()));
    return OPTIONS + " -XX:SharedArchiveFile=" + ARCHIVE;
  }

  private static List<String> command() {
    var command = new ArrayList<>(List.of(java(), javaOptions()));
    command.addAll(words(OPTIONS));
    command.addAll(
        List.of(
            "-XX:ArchiveClassesAtExit=" + ARCHIVE,
            "-cp",
            CLASS_PATH,
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            "local[2]",
            "--class",
            "org.hitledger.cli.Main",
            "target/hitledger.jar",
            "count",
            "src/samples"));
    return command;
  }

  /** Options as the words of a command. */
  static List<String> words(String options) {
    return List.of(options.split(" ", -1));
  }

  /** The program that runs these tests. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The argument with what Spark asks of every JVM. */
  static String javaOptions() {
    return "@" + Path.of("conf/java-options").toAbsolutePath();
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile("quick-start", ".log");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    if (builder.start().waitFor() != 0) {
      throw new IOException("no archive of classes could be made: " + Files.readString(log));
    }
  }
}
