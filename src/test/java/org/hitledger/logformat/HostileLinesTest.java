package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hitledger.access.Access;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.Unparsed;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.oracle.LogWriter;
import org.hitledger.oracle.WrittenLine;
import org.hitledger.testing.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a line: nothing is thrown, and something is said of it. */
class HostileLinesTest {
  private static final int ACCESSES = Math.max(1, Cases.ACCESSES_OF_A_FORMAT.count() / 100);

  private static final int MUTATIONS = 100;

  /** A mebibyte in the full suite. */
  private static final int MUCH = Cases.BYTES_OF_ONE_KIND.count();

  private static final int MEBIBYTE = 1 << 20;

  /** Bytes that mean something to one format or another. */
  private static final String STRUCTURAL = "\"\\ []{}():,;|/?#&=%+-.0\t\r\0\u00ff\u00c3'<$";

  private static final String REPEATED = "\"\\[{]} 5\0\u00ff,:\t-";

  static Set<String> formats() {
    return LogWriter.formats();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void half_lines_and_lines_with_another_byte_are_read_or_refused(String format) {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("HostileLinesTest: -Dhitledger.seed=" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < ACCESSES; i++) {
      WrittenLine line = LogWriter.write(format, LogWriter.access(seed + i));
      LineReader reader = readerBehind(format, line.headers());
      byte[] whole = line.bytes();
      IntStream.range(1, whole.length)
          .forEach(end -> assertAnswered(reader, Arrays.copyOf(whole, end)));
      Stream.generate(() -> mutated(whole, random))
          .limit(MUTATIONS)
          .forEach(mutant -> assertAnswered(reader, mutant));
    }
  }

  private static byte[] mutated(byte[] line, SplittableRandom random) {
    byte[] mutant = line.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutant[random.nextInt(line.length)] =
          (byte) STRUCTURAL.charAt(random.nextInt(STRUCTURAL.length()));
    }
    return mutant;
  }

  @ParameterizedTest
  @MethodSource("formats")
  void much_of_one_thing_is_read_or_refused(String format) {
    WrittenLine line = LogWriter.write(format, LogWriter.access(2012));
    LineReader reader = readerBehind(format, line.headers());
    String whole = new String(line.bytes(), ISO_8859_1);
    for (int i = 0; i < REPEATED.length(); i++) {
      String much = REPEATED.substring(i, i + 1).repeat(MUCH);
      assertAnswered(reader, much.getBytes(ISO_8859_1));
      assertAnswered(reader, (whole + much).getBytes(ISO_8859_1));
      assertAnswered(reader, (much + whole).getBytes(ISO_8859_1));
      int middle = whole.length() / 2;
      assertAnswered(
          reader,
          (whole.substring(0, middle) + much + whole.substring(middle)).getBytes(ISO_8859_1));
    }
  }

  private static LineReader readerBehind(String format, List<byte[]> headers) {
    LineReader reader = LogFormats.of(format, ZoneOffset.UTC).reader();
    headers.forEach(reader::read);
    return reader;
  }

  /** All that can be asked of a line is asked. */
  private static void assertAnswered(LineReader reader, byte[] line) {
    boolean isHeader = line[0] == '#';
    boolean mayFit = reader.mismatch(line).isEmpty();
    ParsedLine read = reader.read(line);
    if (read instanceof Access access) {
      assertThat(Values.values(access)).containsKey("time");
      assertThat(access.record().unclaimedBytes()).isBetween(0, line.length);
    } else {
      assertThat(read).isIn((Object[]) Unparsed.values());
    }
    if (!isHeader) {
      assertThat(read.equals(Unparsed.NO_MATCH))
          .as("%s where a mismatch %s", read, mayFit ? "is not told" : "is told")
          .isEqualTo(!mayFit);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{}",
        "[]",
        "[{}]",
        "null",
        "\"\"",
        "1",
        "{\"at\":1709370008,\"uri\":\"/x\"",
        "{\"at\":1709370008,\"uri\":\"/x\"}}",
        "{\"at\":1709370008,\"uri\":\"/x\"} {}",
        "{\"at\":1709370008,\"uri\":\"/x\",}",
        "{\"at\":1709370008,\"uri\":'/x'}",
        "{at:1709370008,\"uri\":\"/x\"}",
        "{\"at\":01709370008,\"uri\":\"/x\"}",
        "{\"at\":NaN,\"uri\":\"/x\"}",
        "{\"at\":1709370008,\"uri\":\"/\\x\"}",
        "{\"at\":1709370008,\"uri\":\"/\\u12\"}",
        "{\"at\":1709370008,\"uri\":\"/x\" \"more\":1}",
        "{\"at\":null,\"uri\":\"/x\"}",
        "{\"at\":1709370008,\"uri\":null}",
        "{\"at\":{\"s\":1709370008},\"uri\":\"/x\"}",
        "{\"a\":[{\"b\":[1,2],\"at\":1709370008,\"uri\":\"/x\"}"
      })
  void what_is_no_object_of_json_or_lacks_a_key_does_not_match(String line) {
    assertThat(ofKeys("json:time=at,target=uri", line)).isEqualTo(Unparsed.NO_MATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"-\"", "\"x\"", "true", "-5", "1e999999999", "[]", "[[5]]"})
  void a_value_that_is_no_time_is_a_bad_time(String time) {
    assertThat(ofKeys("json:time=at,target=uri", "{\"at\":" + time + ",\"uri\":\"/x\"}"))
        .isEqualTo(Unparsed.BAD_TIME);
  }

  @Test
  void of_values_with_one_key_the_last_counts_and_a_key_as_it_stands_before_a_way() {
    String format = "json:time=at,target=r.uri,status=s,referer=h.r";
    assertThat(
            Values.values(
                format,
                "{\"at\":1,\"at\":1709370008,\"r\":{\"uri\":\"/one\",\"uri\":\"/two\"},\"s\":[404],\"s\":200,\"h\":{\"r\":\"x\"},\"h.r\":[\"y\"],\"h\":{\"r\":\"z\"}}"))
        .containsEntry("time", "2024-03-02T09:00:08Z")
        .containsEntry("target", "/two")
        .containsEntry("status", "200")
        .containsEntry("referer", "y");
    assertThat(Values.values(format, "{\"r.uri\":\"/a\",\"at\":5,\"r\":{\"uri\":\"/b\"},\"s\":[]}"))
        .containsEntry("target", "/a")
        .doesNotContainKey("status");
  }

  @Test
  void what_is_nested_deeply_is_one_value_and_too_deeply_no_match() {
    String name = "n".repeat(60);
    String line = "{\"at\":5,\"uri\":\"/x\"," + nested(name, 6) + "}";
    assertThat(Values.values("json:time=at,target=uri", line))
        .containsEntry(
            "extra " + String.join(".", name, name, name, name), "{\"" + name + "\":{\"z\":1}}");
    String deep = "{\"at\":5,\"uri\":\"/x\"," + nested("n", 100_000) + "}";
    assertThat(ofKeys("json:time=at,target=uri", deep)).isEqualTo(Unparsed.NO_MATCH);
  }

  private static String nested(String name, int depth) {
    String open = "\"" + name + "\":{";
    return open.repeat(depth - 1) + "\"z\":1" + "}".repeat(depth - 1);
  }

  private static ParsedLine ofKeys(String format, String line) {
    LineReader reader = LogFormats.of(format, ZoneOffset.UTC).reader();
    byte[] bytes = line.getBytes(UTF_8);
    ParsedLine read = reader.read(bytes);
    assertThat(reader.mismatch(bytes).isPresent()).isEqualTo(read.equals(Unparsed.NO_MATCH));
    return read;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#Fields: date time c-ip cs-uri-stem sc-status",
        "#Fields: date time c-ip",
        "#Fields: date c-ip cs-uri-stem sc-status",
        "#Fields: time c-ip cs-uri-stem sc-status",
        "#Fields: date time c-ip sc-status",
        "#Fields:",
        "#Fields: "
      })
  void fields_that_do_not_fit_the_line_or_tell_too_little_do_not_match(String header) {
    LineReader reader = LogFormats.of("w3c", ZoneOffset.UTC).reader();
    byte[] line = "2024-03-02 09:00:06 192.0.2.1 /x".getBytes(UTF_8);
    assertThat(reader.read(line)).isEqualTo(Unparsed.NO_MATCH);
    reader.read("#Fields: date time c-ip cs-uri-stem".getBytes(UTF_8));
    assertThat(reader.read(line)).isInstanceOf(Access.class);
    assertThat(reader.read(header.getBytes(UTF_8))).isEqualTo(Unparsed.HEADER);
    assertThat(reader.read(line)).isEqualTo(Unparsed.NO_MATCH);
    assertThat(reader.mismatch(line)).isPresent();
  }

  @Test
  void a_field_that_is_named_twice_counts_once() {
    LineReader reader = LogFormats.of("w3c", ZoneOffset.UTC).reader();
    reader.read(
        "#Fields: date time c-ip time-taken cs-uri-stem c-ip date time-taken".getBytes(UTF_8));
    assertThat(Values.values(reader, "2024-03-02 09:00:06 192.0.2.1 7 /x 192.0.2.2 x 8"))
        .containsEntry("time", "2024-03-02T09:00:06Z")
        .containsEntry("host", "192.0.2.1")
        .containsEntry("duration", "7000")
        .containsEntry("extra c-ip", "192.0.2.2")
        .containsEntry("extra date", "x");
  }

  @Test
  void a_header_of_very_many_fields_is_read() {
    LineReader reader = LogFormats.of("w3c", ZoneOffset.UTC).reader();
    String names = " date time cs-uri-stem time-taken".repeat(MEBIBYTE / 40);
    assertThat(reader.read(("#Fields:" + names).getBytes(UTF_8))).isEqualTo(Unparsed.HEADER);
    String words = " 2024-03-02 09:00:06 /x 5".repeat(MEBIBYTE / 40);
    assertThat(reader.read(words.getBytes(UTF_8))).isInstanceOf(Access.class);
  }

  @Test
  void a_quote_that_a_client_sends_hides_no_line_of_iis() {
    LineReader reader = LogFormats.of("w3c", ZoneOffset.UTC).reader();
    reader.read("#Fields: date time c-ip cs-uri-stem cs(User-Agent) sc-status".getBytes(UTF_8));
    assertThat(Values.values(reader, "2024-03-02 09:00:06 192.0.2.1 /x \"a 200"))
        .containsEntry("user_agent", "\"a");
    assertThat(Values.values(reader, "2024-03-02 09:00:06 192.0.2.1 \"/x a\" 200"))
        .containsEntry("target", "\"/x");
    assertThat(Values.values(reader, "2024-03-02 09:00:06 192.0.2.1 /x \"a \"\"b\"\" c\" 200"))
        .containsEntry("user_agent", "a \"\"b\"\" c");
  }

  @Test
  void a_byte_that_is_no_utf8_is_written_as_its_escape_in_json_too() {
    byte[] line = "{\"at\":5,\"uri\":\"/\u00ff\u00c3\",\"\u00ff\":\"\u00fe\"}".getBytes(ISO_8859_1);
    ParsedLine read = LogFormats.of("json:time=at,target=uri", ZoneOffset.UTC).reader().read(line);
    assertThat(read).isInstanceOf(Access.class);
    assertThat(((Access) read).request().map(request -> request.target().toString()))
        .isEqualTo(Optional.of("/\\xFF\\xC3"));
    assertThat(((Access) read).record().extra())
        .containsEntry("\\xFF", ByteSlice.of("\\xFE".getBytes(UTF_8)));
  }
}
