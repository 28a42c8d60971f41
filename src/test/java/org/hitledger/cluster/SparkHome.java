package org.hitledger.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Installations of Spark made of what Maven has of them, which is all but their scripts. The one
 * script that is used starts Spark's own {@code SparkSubmit}.
 */
public final class SparkHome {
  private SparkHome() {}

  /** Makes an installation out of a folder with a folder {@code jars}. */
  public static Path in(Path folder) throws IOException {
    return in(folder, "", "");
  }

  /** The same whose clients start quickly; it has all jars of the build's Spark. */
  static Path quickIn(Path folder) throws IOException, InterruptedException {
    return in(folder, QuickStart.options(), QuickStart.CLASS_PATH + ":");
  }

  private static Path in(Path folder, String options, String classPath) throws IOException {
    Path script = Files.createDirectories(folder.resolve("bin")).resolve("spark-submit");
    Files.writeString(
        script,
        """
        #!/usr/bin/env bash
        home=$(cd "$(dirname "$0")/.." && pwd)
        exec "${JAVA_HOME:+$JAVA_HOME/bin/}"java JAVA_OPTIONS \\
          -cp "CLASS_PATH$home/jars/*${HADOOP_CONF_DIR:+:$HADOOP_CONF_DIR}${SPARK_DIST_CLASSPATH:+:$SPARK_DIST_CLASSPATH}" \\
          org.apache.spark.deploy.SparkSubmit "$@"
        """
            .replace("JAVA_OPTIONS", "\"%s\" %s".formatted(QuickStart.javaOptions(), options))
            .replace("CLASS_PATH", classPath));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder;
  }
}
