package org.hitledger.pattern;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.hitledger.testing.Cases;
import org.hitledger.testing.Full;
import org.hitledger.testing.LinearTime;
import org.junit.jupiter.api.Test;

/** The engine against regular expressions, and what its pieces mean, one by one. */
class LinePatternTest {
  private static final int PATTERNS = Cases.LINES_OF_A_DUEL.count() / 10;

  private static final int LINES_OF_A_PATTERN = 20;

  @Test
  void fields_are_where_a_regular_expression_has_them() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("LinePatternTest: -Dhitledger.seed=" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    int matches = 0;
    for (int i = 0; i < PATTERNS; i++) {
      RandomPattern both = new RandomPattern(random);
      LinePattern pattern = both.pattern();
      for (int j = 0; j < LINES_OF_A_PATTERN; j++) {
        matches += assertAgreement(both, pattern, both.line());
      }
    }
    assertThat(matches).isGreaterThan(PATTERNS * LINES_OF_A_PATTERN / 10);
  }

  private static int assertAgreement(RandomPattern both, LinePattern pattern, String line) {
    Optional<Matcher> expected = both.match(line);
    Optional<Fields> found = scan(pattern, line);
    assertThat(found.isPresent()).as("%s on %s", both, line).isEqualTo(expected.isPresent());
    assertThat(pattern.mismatch(line.getBytes(ISO_8859_1)).isEmpty()).isEqualTo(found.isPresent());
    if (found.isEmpty()) {
      return 0;
    }
    Matcher matcher = expected.orElseThrow();
    assertThat(IntStream.range(0, both.fields()).mapToObj(slot -> text(found.get(), slot)))
        .as("%s on %s", both, line)
        .containsExactlyElementsOf(
            IntStream.range(0, both.fields()).mapToObj(i -> matcher.group("f" + i)).toList());
    assertThat(found.get().unclaimedBytes())
        .isEqualTo(both.mayHaveTail() ? line.length() - matcher.end() : 0);
    return 1;
  }

  private static Optional<Fields> scan(LinePattern pattern, String line) {
    byte[] bytes = line.getBytes(ISO_8859_1);
    Optional<Fields> escaped = pattern.scan(bytes, true);
    return escaped.isEmpty() && LinePattern.mayEscape(bytes) ? pattern.scan(bytes, false) : escaped;
  }

  private static String text(Fields fields, int slot) {
    return new String(fields.field(slot).toArray(), ISO_8859_1);
  }

  private static final LinePattern QUOTED =
      LinePattern.builder()
          .literal("\"")
          .field("first", Shape.QUOTED)
          .literal("\" \"")
          .field("second", Shape.QUOTED)
          .literal("\"")
          .build();

  @Test
  void a_quote_behind_an_odd_number_of_backslashes_closes_nothing() {
    assertFields(QUOTED, "\"a\\\" \\\"b\" \"c\"", "a\\\" \\\"b", "c");
    assertFields(QUOTED, "\"a\\\\\" \"c\"", "a\\\\", "c");
    assertFields(QUOTED, "\"a\\\\\\\" \"b\" \"c\"", "a\\\\\\\" \"b", "c");
  }

  @Test
  void a_line_that_does_not_fit_that_way_is_read_with_the_backslash_as_any_other_byte() {
    assertFields(QUOTED, "\"C:\\\" \"c\"", "C:\\", "c");
    assertFields(QUOTED, "\"a\" \"C:\\\"", "a", "C:\\");
  }

  @Test
  void a_quote_with_other_things_behind_it_closes_nothing() {
    assertFields(QUOTED, "\"a\"b\" \"c\"d\"", "a\"b", "c\"d");
  }

  @Test
  void a_space_is_white_space_of_any_length_and_no_field_begins_with_it() {
    LinePattern words =
        LinePattern.builder()
            .field("first", Shape.WORD)
            .literal(" ")
            .field("text", Shape.TEXT)
            .literal(" ")
            .field("last", Shape.NUMBER)
            .build();
    assertFields(words, "a b 1", "a", "b", "1");
    assertFields(words, "a\t \tb  c \t1  ", "a", "b  c", "1");
    assertFields(words, "a  1", "a", "", "1");
    assertThat(scan(words, "a 1")).isPresent();
    assertThat(scan(words, " a b 1")).isEmpty();
  }

  @Test
  void the_farthest_place_that_was_reached_is_told() {
    assertThat(QUOTED.mismatch("\"a\" \"b".getBytes(ISO_8859_1)))
        .contains(new Mismatch(6, "second (text in quotes)"));
    assertThat(QUOTED.mismatch("\"a\" b".getBytes(ISO_8859_1)))
        .contains(new Mismatch(3, "'\" \"'"));
    assertThat(QUOTED.mismatch("\"a\" \"b\" c".getBytes(ISO_8859_1)))
        .contains(new Mismatch(8, "the end of the line"));
  }

  /** Each start of the number has the same end, behind which nothing fits. */
  @Full
  @Test
  void what_was_read_in_vain_is_not_read_again() {
    for (Shape shape : List.of(Shape.NUMBER, Shape.DECIMAL, Shape.WORD, Shape.LIST)) {
      LinePattern pattern =
          LinePattern.builder()
              .field("text", Shape.TEXT)
              .literal("1")
              .field("second", shape)
              .literal(" ")
              .field("last", Shape.NUMBER)
              .literal("x")
              .build();
      LinearTime.assertOf(
          length -> ("1".repeat(length) + " 5y").getBytes(ISO_8859_1),
          line -> pattern.scan(line, true));
    }
  }

  private static void assertFields(LinePattern pattern, String line, String... fields) {
    Fields found = scan(pattern, line).orElseThrow();
    assertThat(IntStream.range(0, fields.length).mapToObj(slot -> text(found, slot)))
        .containsExactly(fields);
  }
}
