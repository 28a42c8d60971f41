package org.hitledger.logformat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.hitledger.access.Access;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.Unparsed;
import org.hitledger.oracle.LogWriter;
import org.hitledger.oracle.WrittenLine;
import org.hitledger.testing.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a server of each format knew of an access is what is read in its line, to the last value.
 */
class RoundTripTest {
  private static final int ACCESSES = Cases.ACCESSES_OF_A_FORMAT.count();

  /** What the path's own rules make of a target has tests of its own. */
  private static final Set<String> OF_THE_URL = Set.of("path", "query");

  static Set<String> formats() {
    return LogWriter.formats();
  }

  @Test
  void every_name_has_a_writer() {
    assertThat(LogWriter.formats()).containsAll(LogFormats.names());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_line_tells_what_its_server_knew(String format) {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("RoundTripTest: -Dhitledger.seed=" + seed);
    LogFormat read = LogFormats.of(format, ZoneOffset.UTC);
    LongStream.range(seed, seed + ACCESSES)
        .mapToObj(number -> LogWriter.write(format, LogWriter.access(number)))
        .forEach(line -> assertRead(read, line));
  }

  private static void assertRead(LogFormat format, WrittenLine line) {
    LineReader reader = format.reader();
    line.headers().forEach(header -> assertThat(reader.read(header)).isEqualTo(Unparsed.HEADER));
    ParsedLine read = reader.read(line.bytes());
    assertThat(read).as("%s: %s", line, reader.mismatch(line.bytes())).isInstanceOf(Access.class);
    Map<String, String> values = new LinkedHashMap<>(Values.values((Access) read));
    values.keySet().removeAll(OF_THE_URL);
    assertThat(values).as(line.toString()).containsExactlyInAnyOrderEntriesOf(line.values());
  }
}
