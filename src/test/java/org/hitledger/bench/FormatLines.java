package org.hitledger.bench;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hitledger.logformat.LineReader;
import org.hitledger.logformat.LogFormats;
import org.hitledger.oracle.KnownAccess;
import org.hitledger.oracle.LogWriter;
import org.hitledger.oracle.WrittenLine;

/**
 * The same accesses in each log format, as its server writes them.
 *
 * @param format its name or string
 * @param lines without those that set fields apart
 * @param reader that knows the fields
 */
record FormatLines(String format, List<byte[]> lines, LineReader reader) {
  /** How many. */
  static final int COUNT = 10_000;

  /** The string that says what the name {@code combined} does. */
  static final String COMBINED_STRING =
      "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"";

  static FormatLines of(String format) {
    LineReader reader = LogFormats.of(format, ZoneOffset.UTC).reader();
    String writer = format.equals(COMBINED_STRING) ? "combined" : format;
    List<byte[]> lines = new ArrayList<>();
    List<byte[]> headers = List.of();
    for (int i = 0; i < COUNT; i++) {
      WrittenLine line = LogWriter.write(writer, usual(i));
      headers = line.headers();
      lines.add(line.bytes());
    }
    headers.forEach(reader::read);
    return new FormatLines(format, lines, reader);
  }

  /** As browsers ask: nothing in it is escaped, but for one in a hundred. */
  private static KnownAccess usual(int number) {
    return LogWriter.access(number).usual(number);
  }

  /** How long a line is on average. */
  double meanLength() {
    return lines.stream().mapToInt(line -> line.length).average().orElseThrow();
  }
}
