package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hitledger.access.Access;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.Unparsed;
import org.hitledger.bytes.Ascii;
import org.hitledger.oracle.HitLines;
import org.hitledger.oracle.HostileLines;
import org.hitledger.oracle.LinesOfServers;
import org.hitledger.testing.Cases;
import org.junit.jupiter.api.Test;

/**
 * What is compiled from a string reads what the scanner by hand reads, on the lines of its tests.
 */
class CompiledCombinedTest {
  private static final int LINES = Cases.LINES_OF_A_DUEL.count();

  private static final String STRING =
      "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"";

  private static final LineReader BY_HAND = Combined.COMBINED.reader();

  @Test
  void the_string_reads_all_lines_in_which_nothing_stands_behind_the_agent() {
    LineReader string = LogFormats.of(STRING, ZoneOffset.UTC).reader();
    lines().forEach(line -> assertSame(line, BY_HAND.read(line), string.read(line)));
  }

  private static void assertSame(byte[] line, ParsedLine byHand, ParsedLine read) {
    if (byHand == Unparsed.NO_MATCH || (byHand instanceof Access && !hasAgent(byHand))) {
      assertThat(read).as(text(line)).isEqualTo(Unparsed.NO_MATCH);
    } else if (byHand instanceof Access access && isWhole(line, access)) {
      assertThat(read).as(text(line)).isInstanceOf(Access.class);
      assertThat(Values.values((Access) read)).as(text(line)).isEqualTo(Values.values(access));
    }
  }

  /** Common is in a file of Combined too, but not in the string. */
  private static boolean hasAgent(ParsedLine line) {
    return line instanceof Access access && access.record().userAgent().isPresent();
  }

  private static boolean isWhole(byte[] line, Access access) {
    int tail = line.length - access.record().unclaimedBytes();
    return Ascii.isBlank(Arrays.copyOfRange(line, tail, line.length));
  }

  @Test
  void behind_a_site_all_lines_are_read_as_without_it() {
    LineReader behindSite = LogFormats.of("vhost_combined", ZoneOffset.UTC).reader();
    lines()
        .filter(line -> !Ascii.isSpace(line[0]))
        .forEach(
            line -> {
              Map<String, String> expected = values(BY_HAND.read(line));
              if (expected.containsKey("time")) {
                expected.put("vhost", "site.example:80");
              }
              byte[] longer = ("site.example:80 " + text(line)).getBytes(ISO_8859_1);
              assertThat(values(behindSite.read(longer))).as(text(line)).isEqualTo(expected);
            });
  }

  private static Stream<byte[]> lines() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("CompiledCombinedTest: -Dhitledger.seed=" + seed);
    HostileLines hostile = new HostileLines(seed);
    HitLines hits = new HitLines(seed);
    return Stream.of(
            Stream.generate(hostile::next).limit(LINES),
            Stream.generate(hits::next).limit(LINES),
            LinesOfServers.some(LINES, seed).stream())
        .flatMap(lines -> lines)
        .filter(line -> !Ascii.isBlank(line));
  }

  /** Of a line that is no access the reason alone. */
  private static Map<String, String> values(ParsedLine line) {
    return line instanceof Access access
        ? withTail(access)
        : new LinkedHashMap<>(Map.of("none", line.toString()));
  }

  private static Map<String, String> withTail(Access access) {
    Map<String, String> values = Values.values(access);
    values.put("tail", Integer.toString(access.record().unclaimedBytes()));
    return values;
  }

  private static String text(byte[] line) {
    return new String(line, ISO_8859_1);
  }
}
