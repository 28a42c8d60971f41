package org.hitledger.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.oracle.HostileLines;
import org.hitledger.testing.Cases;
import org.junit.jupiter.api.Test;

/** The fields, against the regular expression that the scanner does by hand. */
class AccessRecordTest {
  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+\\[(.*?)\\]\\s+\"(.*?)\"\\s+(\\d+)\\s+(\\d+|-)"
              + "(?:\\s*\\z|\\s+\"(.*?)\"\\s+\"(.+?)\")",
          Pattern.DOTALL);
  private static final int LINES = Cases.LINES_OF_A_DUEL.count();

  @Test
  void every_field_is_what_the_expression_captures() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("AccessRecordTest: -Dhitledger.seed=" + seed);
    var lines = new HostileLines(seed);
    for (int i = 0; i < LINES; i++) {
      byte[] line = lines.next();
      Matcher expected = LINE.matcher(new String(line, ISO_8859_1));
      Optional<AccessRecord> record = AccessRecord.parse(line);
      assertThat(record.isPresent()).isEqualTo(expected.lookingAt());
      record.ifPresent(fields -> assertFields(fields, expected));
    }
  }

  private static void assertFields(AccessRecord fields, Matcher expected) {
    assertThat(text(fields.host())).isEqualTo(expected.group(1));
    assertThat(text(fields.identity())).isEqualTo(expected.group(2));
    assertThat(text(fields.user())).isEqualTo(expected.group(3));
    assertThat(text(fields.time())).isEqualTo(expected.group(4));
    assertThat(text(fields.request())).isEqualTo(expected.group(5));
    assertThat(text(fields.status())).isEqualTo(expected.group(6));
    assertThat(text(fields.size())).isEqualTo(expected.group(7));
    assertThat(fields.referer().map(AccessRecordTest::text).orElse(null))
        .isEqualTo(expected.group(8));
    assertThat(fields.userAgent().map(AccessRecordTest::text).orElse(null))
        .isEqualTo(expected.group(9));
  }

  private static String text(ByteSlice slice) {
    return new String(slice.toArray(), ISO_8859_1);
  }
}
