package org.hitledger.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hitledger.oracle.HostileLines;
import org.hitledger.testing.LogFile;

/** A few gzip files of hostile lines: the same for the same seed. */
final class CorpusOnDisk {
  private static final int FILES = 6;
  private static final int LINES = 4_000;

  private CorpusOnDisk() {}

  /** Writes the files and returns their folder. */
  static Path write(Path folder, long seed) {
    var hostile = new HostileLines(seed);
    IntStream.rangeClosed(1, FILES)
        .forEach(
            i -> {
              List<byte[]> lines = Stream.generate(hostile::next).limit(LINES).toList();
              LogFile.write(folder.resolve("access.log-" + i + ".gz"), lines);
            });
    return folder;
  }
}
