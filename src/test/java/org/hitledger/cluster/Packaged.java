package org.hitledger.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** The job as this build has packaged it, which {@code submit.sh} need not build again. */
public final class Packaged {
  private static final Path JAR = Path.of("target/hitledger.jar");
  private static final Path STAMP = Path.of("target/hitledger.built");

  private Packaged() {}

  /**
   * Tells {@code submit.sh} when the jar was made; sources that are newer are built all the same.
   */
  public static synchronized void mark() throws IOException {
    FileTime made = Files.getLastModifiedTime(JAR);
    if (!Files.exists(STAMP) || Files.getLastModifiedTime(STAMP).compareTo(made) < 0) {
      Files.write(STAMP, new byte[0]);
      Files.setLastModifiedTime(STAMP, made);
    }
  }
}
