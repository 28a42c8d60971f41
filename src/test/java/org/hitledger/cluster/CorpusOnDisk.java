package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.hitledger.oracle.HostileLines;
import org.hitledger.testing.LogFile;

/**
 * A few gzip files of hostile lines: the same for the same seed. Every other line is a plain one,
 * so that all files are of the Combined format.
 */
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
              List<byte[]> lines =
                  IntStream.range(0, LINES)
                      .mapToObj(n -> n % 2 == 0 ? plain(n) : hostile.next())
                      .toList();
              LogFile.write(folder.resolve("access.log-" + i + ".gz"), lines);
            });
    return folder;
  }

  private static byte[] plain(int number) {
    return "192.0.2.1 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/a/%d.html HTTP/1.1\" 200 5 \"-\" \"x\""
        .formatted(number % 100)
        .getBytes(US_ASCII);
  }
}
