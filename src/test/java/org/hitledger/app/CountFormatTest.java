package org.hitledger.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.hitledger.rows.Heading;
import org.hitledger.rows.Rows;
import org.hitledger.rows.Value;
import org.hitledger.text.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountFormatTest {
  private record PathCount(String period, String path, long count) {
    PathCount(String path, long count) {
      this("", path, count);
    }

    List<Value> values() {
      Value path = new Value.Text(this.path);
      Value count = new Value.Count(this.count);
      return period.isEmpty() ? List.of(path, count) : List.of(new Value.Text(period), path, count);
    }
  }

  private static final List<PathCount> HOSTILE =
      List.of(
          new PathCount("/book/\u001B[31mred\u0007\u0000\u007F\u009B", 9),
          new PathCount("/book/\u202Egnp.exe\u2066\u2069\u200F\u061C\u2028\u2029\u0085", 8),
          new PathCount("/book/\"quoted\"\\back\\x1B</script>,[]{}'", 7),
          new PathCount("=cmd|' /C calc'!A0", 6),
          new PathCount("/book/größe-\u65E5\u672C-\uD83D\uDE00", 5),
          new PathCount(everyCharacter(), 4));

  @Test
  void table_aligns_counts_and_paths() {
    String table =
        print(
            CountFormat.TABLE,
            new PathCount("/book/a", 1_234_567),
            new PathCount("/book/b c", 89_000),
            new PathCount("/book/c", 7));

    assertThat(table.lines())
        .containsExactly(
            "    count  path", "1,234,567  /book/a", "   89,000  /book/b c", "        7  /book/c");
  }

  @Test
  void table_is_never_narrower_than_its_head() {
    assertThat(print(CountFormat.TABLE, new PathCount("/book/a", 7)).lines())
        .containsExactly("count  path", "    7  /book/a");
  }

  @Test
  void table_shows_hostile_characters_as_escapes() {
    List<String> lines = print(CountFormat.TABLE, HOSTILE).lines().toList();

    assertThat(lines)
        .hasSize(HOSTILE.size() + 1)
        .contains(
            "    9  /book/\\x1B[31mred\\x07\\x00\\x7F\\x9B",
            "    8  /book/\\u202Egnp.exe\\u2066\\u2069\\u200F\\u061C\\u2028\\u2029\\x85",
            "    7  /book/\"quoted\"\\back\\x1B</script>,[]{}'");
    assertThat(lines).allMatch(line -> line.chars().noneMatch(c -> steers((char) c)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG", "fr-CH", "hi-IN-u-nu-deva"})
  void table_is_the_same_in_every_locale(String locale) {
    PathCount row = new PathCount("/book/\u001B", 1_234_567);

    assertThat(in(locale, () -> print(CountFormat.TABLE, row)))
        .isEqualTo(print(CountFormat.TABLE, row));
  }

  @Test
  void tsv_is_count_tab_path_and_nothing_else() {
    assertThat(
            print(
                CountFormat.TSV,
                new PathCount("/book/a b", 1_234_567),
                new PathCount("/book/\"größe\"\\x1B-\uD83D\uDE00", 7)))
        .isEqualTo("1234567\t/book/a b\n7\t/book/\"größe\"\\x1B-\uD83D\uDE00\n");
  }

  private static final PathCount[] OF_PERIODS = {
    new PathCount("2012-03-25T00:00Z", "/book/a", 7),
    new PathCount("2012-03-25T02:00+01:00", "/book/\u001B", 1_234_567)
  };

  @Test
  void table_of_periods_lines_up_though_the_first_row_is_no_measure() {
    assertThat(print(CountFormat.TABLE, OF_PERIODS).lines())
        .containsExactly(
            "period                      count  path",
            "2012-03-25T00:00Z               7  /book/a",
            "2012-03-25T02:00+01:00  1,234,567  /book/\\x1B");
  }

  @Test
  void table_of_periods_is_as_wide_as_its_widest_count() {
    assertThat(
            print(
                    CountFormat.TABLE,
                    new PathCount("2012-03", "/book/a", 7),
                    new PathCount("2012-04", "/book/b", 12_345_678_901L))
                .lines())
        .containsExactly(
            "period            count  path",
            "2012-03               7  /book/a",
            "2012-04  12,345,678,901  /book/b");
  }

  @Test
  void tsv_of_periods_has_them_first() {
    assertThat(print(CountFormat.TSV, OF_PERIODS))
        .isEqualTo(
            "2012-03-25T00:00Z\t7\t/book/a\n2012-03-25T02:00+01:00\t1234567\t/book/\u001B\n");
  }

  @Test
  void json_of_periods_has_them_first() {
    assertThat(print(CountFormat.JSON, OF_PERIODS[0]))
        .isEqualTo("[\n{\"period\":\"2012-03-25T00:00Z\",\"path\":\"/book/a\",\"count\":7}\n]\n");
  }

  @Test
  void tsv_of_nothing_is_empty() {
    assertThat(print(CountFormat.TSV)).isEmpty();
  }

  @Test
  void json_has_one_object_a_line() {
    assertThat(
            print(CountFormat.JSON, new PathCount("/book/a", 2_000), new PathCount("/book/b", 1)))
        .isEqualTo(
            "[\n{\"path\":\"/book/a\",\"count\":2000},\n{\"path\":\"/book/b\",\"count\":1}\n]\n");
  }

  @Test
  void json_of_nothing_is_an_empty_array() throws IOException {
    assertThat(rowsOf(print(CountFormat.JSON))).isEmpty();
  }

  @Test
  void json_parses_back_to_the_same_rows() throws IOException {
    assertThat(rowsOf(print(CountFormat.JSON, HOSTILE))).isEqualTo(HOSTILE);
  }

  @Test
  void json_holds_no_raw_character_that_steers_the_display() {
    String json = print(CountFormat.JSON, HOSTILE);

    assertThat(json.chars().filter(c -> c != '\n' && steers((char) c))).isEmpty();
    assertThat(json.lines()).hasSize(HOSTILE.size() + 2);
  }

  @Test
  void json_document_is_as_safe() throws IOException {
    String json = new String(Json.document(HOSTILE), UTF_8);

    assertThat(rowsOf(json)).isEqualTo(HOSTILE);
    assertThat(json.chars().filter(c -> c != '\n' && c != '\r' && steers((char) c))).isEmpty();
  }

  /** Written apart from the code under test: controls, Bidi_Control, U+2028 and U+2029. */
  private static boolean steers(char c) {
    return c < ' '
        || (c >= 0x7F && c < 0xA0)
        || "\u061C\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
                .indexOf(c)
            >= 0;
  }

  /** Every character of the basic plane that is not half a pair, and some of the others. */
  private static String everyCharacter() {
    return IntStream.concat(IntStream.rangeClosed(0, 0xFFFF), IntStream.range(0x1F600, 0x1F700))
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<PathCount> rowsOf(String json) throws IOException {
    JsonNode array = new ObjectMapper().readTree(json);
    return StreamSupport.stream(array.spliterator(), false)
        .map(row -> new PathCount(row.get("path").textValue(), row.get("count").longValue()))
        .toList();
  }

  private static String print(CountFormat format, PathCount... rows) {
    return print(format, List.of(rows));
  }

  private static String print(CountFormat format, List<PathCount> rows) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, false, UTF_8)) {
      format.rowFormat().print(format.of(rows(rows)), out);
    }
    return bytes.toString(UTF_8);
  }

  private static Rows rows(List<PathCount> rows) {
    List<Heading> headings =
        List.of(
            new Heading("period", false), new Heading("path", false), new Heading("count", true));
    int first = rows.stream().anyMatch(row -> !row.period().isEmpty()) ? 0 : 1;
    return new Rows(
        headings.subList(first, headings.size()), rows.stream().map(PathCount::values).iterator());
  }

  private static String in(String locale, java.util.function.Supplier<String> text) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      return text.get();
    } finally {
      Locale.setDefault(before);
    }
  }
}
