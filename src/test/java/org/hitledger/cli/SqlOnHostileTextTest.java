package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Full;
import org.hitledger.testing.HitsTable;
import org.hitledger.testing.HitsTable.Hit;
import org.hitledger.testing.HostileText;
import org.hitledger.testing.Inert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers wrote comes out of queries as it is, and is inert where it is shown. */
@Full
class SqlOnHostileTextTest {
  private static final String ALL = "SELECT referer, path, bytes FROM hits ORDER BY time";

  /** Beside the hostile ones: what CSV itself could trip over. */
  private static final List<String> TEXTS =
      Stream.concat(
              HostileText.texts(),
              Stream.of(
                  "",
                  " ",
                  "  blanks  ",
                  "\"",
                  "\"\"",
                  "a\"b",
                  "\"quoted\"",
                  ",",
                  "a,b",
                  ";",
                  "\n",
                  "\r\n",
                  "a\r\nb\n\rc",
                  "#comment",
                  "\\",
                  "\\\"",
                  "'",
                  "'=1",
                  "NULL",
                  "\u0000",
                  "a\u0000b",
                  "\ufeff",
                  "größe-\u65e5\u672c",
                  "-",
                  "\t",
                  "\r",
                  "x".repeat(100_000)))
          .toList();

  @TempDir static Path folder;
  static Path results;

  @BeforeAll
  static void write() {
    results =
        HitsTable.write(
            folder.resolve("results"),
            IntStream.range(0, TEXTS.size())
                .mapToObj(i -> new Hit(i, TEXTS.get(i), TEXTS.get(i), "counted"))
                .toArray(Hit[]::new));
  }

  private static String rows(String format, String query) {
    CommandRun run = CommandRun.of("sql", "--format", format, query, results);
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private static String inCsv(String text) {
    return text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
  }

  @Test
  void csv_reads_back_as_it_was_but_for_formulas() throws IOException {
    Path csv = Files.writeString(folder.resolve("rows.csv"), rows("csv", ALL));
    List<String> read =
        DuckDb.rows(
            """
            SELECT hex(referer), hex(path), bytes FROM read_csv('%s', auto_detect = false,
              header = true, delim = ',', quote = '"', escape = '"', allow_quoted_nulls = false,
              columns = {'referer': 'VARCHAR', 'path': 'VARCHAR', 'bytes': 'VARCHAR'})
            """
                .formatted(csv));
    assertThat(read)
        .containsExactlyElementsOf(
            TEXTS.stream()
                .map(text -> HexFormat.of().withUpperCase().formatHex(inCsv(text).getBytes(UTF_8)))
                .map(hex -> hex + "\t" + hex + "\t-5")
                .toList());
  }

  @Test
  void csv_has_no_cell_that_a_spreadsheet_would_calculate() {
    assertThat(rows("csv", ALL))
        .startsWith("referer,path,bytes\r\n")
        .doesNotContainPattern("(^|,|\r\n)\"?[=+@\t]")
        .doesNotContainPattern("(^|,|\r\n)\"?-(?!5\r\n)");
    assertThat(rows("csv", "SELECT 1 AS `=1+1`, '+' AS `-x`")).isEqualTo("'=1+1,'-x\r\n1,'+\r\n");
  }

  @Test
  void json_reads_back_as_it_was_and_is_inert() throws IOException {
    String json = rows("json", ALL);
    Inert.requireInert(json);
    assertThat(
            StreamSupport.stream(new ObjectMapper().readTree(json).spliterator(), false)
                .map(row -> row.get("referer").textValue()))
        .containsExactlyElementsOf(TEXTS);
    Inert.requireInert(rows("json", "SELECT map(path, referer) FROM hits ORDER BY time"));
  }

  @Test
  void a_table_is_inert_and_has_one_line_a_row() {
    String table = rows("table", ALL);
    Inert.requireInert(table);
    assertThat(table.lines()).hasSize(TEXTS.size() + 1);
    Inert.requireInert(rows("table", "SELECT map(path, referer) FROM hits ORDER BY time"));
    Inert.requireInert(rows("table", "SELECT 1 AS `\u001b[31m\u202e`"));
  }
}
