package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hitledger.testing.Cases;
import org.hitledger.testing.LogFile;

/** A folder of logs with all that one can come upon: hostile lines, odd ends of files, damage. */
public final class HostileLogs {
  private static final String HIT =
      "h - - [01/Jun/2012:12:00:00 +0000] \"GET /book/x HTTP/1.1\" 200 5";

  private HostileLogs() {}

  /** Writes them; the same seed gives the same lines. */
  public static void write(Path logs, long seed) {
    var hostile = new HostileLines(seed);
    List<byte[]> lines =
        Stream.generate(hostile::next).limit(Cases.LINES_OF_A_CORPUS_FILE.count()).toList();
    byte[] packed = LogFile.gzip((HIT + "\n").repeat(100).getBytes(UTF_8));
    LogFile.write(logs.resolve("hostile.log"), lines);
    LogFile.write(logs.resolve("hostile.gz"), lines);
    Map.of(
            "crlf.log", HIT + "\r\n\r\n" + HIT + "\r",
            "mark.log", "\uFEFF" + HIT + "\n" + HIT,
            "marks.log", "\uFEFF\uFEFF" + HIT + "\n" + HIT,
            "blank.log", HIT + "\n\n \n\t\n\0\n\n",
            "long.log", HIT + "z".repeat(2_000_000) + "\n" + HIT + "\n",
            "start.log", "\n" + HIT,
            "end.log", HIT + "\n\n")
        .forEach(
            (name, text) -> {
              LogFile.writeBytes(logs.resolve(name), text.getBytes(UTF_8));
              LogFile.writeBytes(logs.resolve(name + ".gz"), text.getBytes(UTF_8));
            });
    LogFile.writeRaw(logs.resolve("cut.gz"), Arrays.copyOf(packed, packed.length - 9));
    LogFile.writeRaw(logs.resolve("zeros.gz"), Arrays.copyOf(packed, packed.length + 512));
  }
}
