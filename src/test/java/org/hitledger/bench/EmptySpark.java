package org.hitledger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The least that a count on Spark can take: a program of one small query, with classes archived by
 * a run of its own.
 *
 * @param folder of its jar and its archive
 * @param threads how many tasks at a time
 */
record EmptySpark(Path folder, int threads) {
  static final String SAMPLES = "src/samples";

  private static final int FIRST_WITH_AOT_CACHE = 25;

  /** Ready to run. */
  static EmptySpark trained(Path folder, int threads, Path out)
      throws IOException, InterruptedException {
    var program = new EmptySpark(folder.toAbsolutePath(), threads);
    Files.createDirectories(folder);
    program.writeJar();
    program.with("-XX:AOTCacheOutput=", "-XX:ArchiveClassesAtExit=").run(out);
    return program;
  }

  /** Archives take classes of jars alone. */
  private void writeJar() throws IOException {
    String name = EmptySparkMain.class.getName().replace('.', '/') + ".class";
    try (InputStream in = EmptySpark.class.getClassLoader().getResourceAsStream(name);
        var jar = new JarOutputStream(Files.newOutputStream(jar()))) {
      jar.putNextEntry(new JarEntry(name));
      in.transferTo(jar);
    }
  }

  private Path jar() {
    return folder.resolve("empty-spark.jar");
  }

  Command command() {
    return with("-XX:AOTCache=", "-XX:SharedArchiveFile=");
  }

  private Command with(String aotOption, String olderOption) {
    boolean hasAot = Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
    return Command.of(
        Stream.of(
                Command.javaHome().resolve("bin/java"),
                (hasAot ? aotOption : olderOption) + folder.resolve("classes.archive"),
                "@conf/java-options",
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-Dlog4j2.configurationFile=conf/log4j2.properties",
                "-cp",
                "target/spark/jars/*:" + jar(),
                EmptySparkMain.class.getName(),
                threads,
                SAMPLES)
            .toArray());
  }
}
