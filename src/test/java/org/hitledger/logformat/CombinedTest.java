package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.hitledger.access.Access;
import org.hitledger.access.AccessRecord;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.Unparsed;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.oracle.HostileLines;
import org.hitledger.oracle.LinesOfServers;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.Cases;
import org.junit.jupiter.api.Test;

/** The fields, against the regular expression that the scanner does by hand. */
class CombinedTest {
  private static final int LINES = Cases.LINES_OF_A_DUEL.count();

  private final LineReader reader = Combined.COMBINED.reader();

  @Test
  void every_field_is_what_the_expression_captures() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("CombinedTest: -Dhitledger.seed=" + seed);
    HostileLines hostile = new HostileLines(seed);
    Stream.concat(
            Stream.generate(hostile::next).limit(LINES), LinesOfServers.some(LINES, seed).stream())
        .forEach(this::assertRead);
  }

  private void assertRead(byte[] line) {
    Optional<Matcher> expected = Oracle.fields(new String(line, ISO_8859_1));
    ParsedLine read = reader.read(line);
    assertThat(read.equals(Unparsed.NO_MATCH)).isEqualTo(expected.isEmpty());
    if (read instanceof Access access) {
      assertFields(access.record(), expected.orElseThrow());
    }
  }

  private static void assertFields(AccessRecord fields, Matcher expected) {
    assertThat(text(fields.host())).isEqualTo(expected.group("host"));
    assertThat(text(fields.identity())).isEqualTo(expected.group("identity"));
    assertThat(text(fields.user())).isEqualTo(expected.group("user"));
    assertThat(text(fields.utcOffset())).isEqualTo(expected.group("time").replaceAll(".* ", ""));
    assertThat(text(fields.request())).isEqualTo(expected.group("request"));
    assertThat(text(fields.status())).isEqualTo(expected.group("status"));
    assertThat(text(fields.size())).isEqualTo(expected.group("bytes"));
    assertThat(text(fields.referer())).isEqualTo(expected.group("referer"));
    assertThat(text(fields.userAgent())).isEqualTo(expected.group("agent"));
    assertThat(fields.unclaimedBytes())
        .isEqualTo(
            fields.userAgent().isPresent() ? expected.regionEnd() - expected.end("agent") - 1 : 0);
  }

  /** Null for what the line has not, as a matcher says it. */
  private static String text(Optional<ByteSlice> field) {
    return field.map(ByteSlice::toArray).map(bytes -> new String(bytes, ISO_8859_1)).orElse(null);
  }
}
