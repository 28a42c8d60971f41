package org.hitledger.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import org.hitledger.rows.Heading;
import org.hitledger.rows.Rows;
import org.hitledger.rows.Value;
import org.junit.jupiter.api.Test;

class RowFormatTest {
  private static Rows rows() {
    return new Rows(
        List.of(new Heading("a\u001b", false), new Heading("number", true)),
        List.of(
                List.<Value>of(
                    new Value.Text("\t=1\u202e\u001b[2J"),
                    new Value.Numeric(new BigDecimal("1E+3"))),
                List.<Value>of(Value.Missing.NULL, Value.Missing.NULL))
            .iterator());
  }

  private static String print(RowFormat format, Rows rows) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, false, UTF_8)) {
      format.print(rows, out);
    }
    return bytes.toString(UTF_8);
  }

  @Test
  void csv_for_a_terminal_has_nothing_that_it_would_obey() {
    assertThat(print(RowFormat.CSV, rows().visible()))
        .isEqualTo("a\\x1B,number\r\n\\x09=1\\u202E\\x1B[2J,1000\r\n,\r\n");
  }

  @Test
  void csv_for_programs_keeps_what_it_has() {
    assertThat(print(RowFormat.CSV, rows()))
        .isEqualTo("a\u001b,number\r\n'\t=1\u202e\u001b[2J,1000\r\n,\r\n");
  }

  @Test
  void a_table_shows_numbers_as_they_are_and_a_null_as_nothing() {
    assertThat(print(RowFormat.TABLE, rows()))
        .isEqualTo(
            "a\\x1B                number\n\\x09=1\\u202E\\x1B[2J    1000\n"
                + " ".repeat("\\x09=1\\u202E\\x1B[2J    1000".length())
                + "\n");
  }
}
