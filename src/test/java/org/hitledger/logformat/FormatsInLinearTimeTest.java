package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.hitledger.oracle.LogWriter;
import org.hitledger.oracle.WrittenLine;
import org.hitledger.testing.Full;
import org.hitledger.testing.LinearTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No line of any format takes long, whatever is repeated in it and wherever it is put. */
@Full
class FormatsInLinearTimeTest {
  /** What makes a reader look ahead, look back or try again. */
  private static final String[] REPEATED = {
    "\"",
    "\" ",
    "\" \"",
    "\\",
    "\\\"",
    "[",
    "] ",
    "{",
    "}",
    "} {",
    " ",
    "5",
    "5 ",
    "a",
    ": ",
    ",",
    ", ",
    "/",
    "|",
    "\0",
    "\u00ff",
    "\"a\":1,",
    "{\"a\":",
    "[1,",
    "\" 200 5 \"-\" \"x\" "
  };

  /** How many places of a line something is put at. */
  private static final int PLACES = 4;

  static Stream<String> formats() {
    return LogWriter.formats().stream();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void is_read_in_time_that_grows_with_its_length(String format) {
    WrittenLine line = LogWriter.write(format, LogWriter.access(2012));
    LineReader reader = LogFormats.of(format, ZoneOffset.UTC).reader();
    line.headers().forEach(reader::read);
    String whole = new String(line.bytes(), ISO_8859_1);
    for (String repeated : REPEATED) {
      for (int place = 0; place <= PLACES; place++) {
        int at = whole.length() * place / PLACES;
        LinearTime.assertOf(
            length ->
                (whole.substring(0, at)
                        + repeated.repeat(length / repeated.length())
                        + whole.substring(at))
                    .getBytes(ISO_8859_1),
            reader::read);
      }
    }
  }

  /** A way as long as the line, with as many values below it; or very many keys. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"\"~\":{ | \"a\":1, | \"z\":1}}", "\"~\":1, | \"a\":1, | \"z\":1}"})
  void an_object_is_read_in_time_that_grows_with_its_length(
      String start, String repeated, String end) {
    LineReader reader = LogFormats.of("json:time=at,target=uri", ZoneOffset.UTC).reader();
    LinearTime.assertOf(
        length ->
            ("{\"at\":5,\"uri\":\"/x\"," + start.replace("~", "n".repeat(length / 2)))
                .concat(repeated.repeat(length / repeated.length() / 2))
                .concat(end)
                .getBytes(UTF_8),
        reader::read);
  }
}
