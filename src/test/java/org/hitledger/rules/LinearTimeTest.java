package org.hitledger.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hitledger.logformat.Combined;
import org.hitledger.oracle.Oracle;
import org.hitledger.testing.Decision;
import org.hitledger.testing.Full;
import org.hitledger.testing.LinearTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever sends requests writes into the log. So no line may take long: each of these repeats what
 * makes a parser look ahead, look back or copy, up to two million bytes of it.
 */
class LinearTimeTest {
  /** As often as a plain loop over the bytes takes; the slowest takes some twenty times as long. */
  private static final double MOST_LOOPS = 100;

  private static final LineClassifier CLASSIFIER =
      new LineClassifier(
          new PathRules(
              Oracle.defaultSection(), Oracle.defaultNames(), Oracle.defaultExtensions()));

  private static final String CLIENT = "1.2.3.4 - - ";

  private static final String TIME = "[01/Jun/2012:22:17:55 -0400] ";

  private static final String REQUEST = "\"GET /book/a HTTP/1.1\" ";

  /** A kind of line that can be made as long as one likes. */
  private record Family(String start, String repeated, String end) {

    byte[] ofLength(int length) {
      int times = (length - start.length() - end.length()) / repeated.length();
      return (start + repeated.repeat(times) + end).getBytes(ISO_8859_1);
    }

    @Override
    public String toString() {
      return Stream.of(start, repeated, end)
          .map(part -> Decision.visible(part.getBytes(ISO_8859_1)))
          .reduce((one, other) -> one + " ... " + other)
          .orElseThrow();
    }
  }

  static Stream<Family> families() {
    return Stream.of(
            anywhere(),
            inTheUser(),
            inTheTime(),
            inTheRequest("\"", "\" ", "\" 200", "\" 200 5", "\" 200 5 ", "\" 200 5 \""),
            inTheRequest("\\", "\\\"", "\\\\\"", "\\\" 200 5 ", "\\\" 200 5 \""),
            inTheRequest(" ", "\t", "a ", "a  ", "a\t", " \" "),
            inTheTarget("/", "/a", "a", ";", ";/", "/;", "?", "#", "?#", "[", "]", ":", "\\", "\""),
            inTheTarget("\0", "\u00ff", "\u00c3\u00a9", "\u00ef\u00bb\u00bf", "\u00f0\u009f\u0098"),
            inTheTarget("/ping", "/pin", "/favicon.ico.", "/book", ".png", "/_images/../"),
            inTheAuthority(),
            inTheTail())
        .flatMap(family -> family);
  }

  @Full
  @ParameterizedTest
  @MethodSource("families")
  void is_classified_in_time_that_grows_with_its_length(Family family) {
    LinearTime.assertOf(family::ofLength, LinearTimeTest::classify, MOST_LOOPS);
  }

  private static Verdict classify(byte[] line) {
    return CLASSIFIER.classify(line, Combined.COMBINED.reader());
  }

  /** What is measured is worth it only if it is also right. */
  @ParameterizedTest
  @MethodSource("families")
  void is_classified_as_the_oracle_does_while_it_is_short(Family family) {
    assertThat(IntStream.rangeClosed(100, 200).mapToObj(family::ofLength))
        .allSatisfy(
            line -> assertThat(Decision.byClassifier(line)).isEqualTo(Decision.byOracle(line)));
  }

  private static Stream<Family> anywhere() {
    return Stream.of(
            " ",
            "\t",
            "\0",
            "a",
            "a ",
            "\"",
            "\" ",
            "[",
            "[ ",
            "]",
            "] \"",
            "- ",
            "\u00ef\u00bb\u00bf",
            CLIENT + TIME + REQUEST)
        .map(repeated -> new Family("", repeated, ""));
  }

  private static Stream<Family> inTheUser() {
    String[] texts = {" ", "a", "a ", "[", "[ ", " [", "a[", "\t", "\\\""};
    return Stream.concat(
        inside("1.2.3.4 - ", texts, TIME + REQUEST + "200 5"),
        inside("1.2.3.4 - ", texts, " " + TIME + REQUEST + "200 5"));
  }

  private static Stream<Family> inTheTime() {
    return Stream.of("]", "] ", "[", "] [", " ", "]\t", "]  \t  ", "\"] ", "0", "01/Jun/")
        .map(repeated -> new Family(CLIENT + "[", repeated, "] " + REQUEST + "200 5"));
  }

  private static Stream<Family> inTheRequest(String... texts) {
    return inside(CLIENT + TIME + "\"", texts, "\" 200 5");
  }

  private static Stream<Family> inTheTarget(String... texts) {
    return inside(CLIENT + TIME + "\"GET /book/", texts, " HTTP/1.1\" 200 5 \"-\" \"x\"");
  }

  private static Stream<Family> inTheAuthority() {
    String[] texts = {"[", "]", "a", ":", "%", "\u00ff"};
    return Stream.concat(
        inside(CLIENT + TIME + "\"GET http://", texts, "/book/x HTTP/1.1\" 200 5"),
        inside(CLIENT + TIME + "\"GET ", texts, "://h/book/x HTTP/1.1\" 200 5"));
  }

  private static Stream<Family> inTheTail() {
    String[] digits = {"1", "1 ", " "};
    String[] quotes = {
      "\\",
      "\\\"",
      "\\\" ",
      "\\\" \\\"",
      "\"",
      "\" ",
      "\" \"",
      "\"\\",
      "\"\t\r",
      "a",
      " ",
      "\" 200 5 \""
    };
    return Stream.of(
            inside(CLIENT + TIME + REQUEST, digits, "5"),
            inside(CLIENT + TIME + REQUEST + "200 5", digits, ""),
            inside(CLIENT + TIME + REQUEST + "200 5 ", quotes, ""),
            inside(CLIENT + TIME + REQUEST + "200 5 \"", quotes, "\" x"),
            inside(CLIENT + TIME + REQUEST + "200 5 \"", quotes, "\" \"x\""),
            inside(CLIENT + TIME + REQUEST + "200 5 \"-\" \"", quotes, ""))
        .flatMap(family -> family);
  }

  private static Stream<Family> inside(String start, String[] texts, String end) {
    return Stream.of(texts).map(repeated -> new Family(start, repeated, end));
  }
}
