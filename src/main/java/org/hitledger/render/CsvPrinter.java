package org.hitledger.render;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hitledger.rows.Rows;
import org.hitledger.rows.Value;

/**
 * Prints CSV as RFC 4180 has it. A NULL is an empty cell, an empty text is {@code ""}. What a
 * stranger wrote is no formula: spreadsheets show a cell that begins with an apostrophe as text.
 */
final class CsvPrinter {
  private static final String STARTS_OF_FORMULAS = "=+-@\t\r";

  private CsvPrinter() {}

  static void print(Rows rows, PrintStream out) {
    var writer = new CsvWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), settings());
    writer.writeRow(
        rows.headings().stream().map(heading -> inert(heading.name())).toArray(String[]::new));
    rows.values().forEachRemaining(row -> writer.writeRow(cells(row)));
    // Not closed: standard output is not ours.
    writer.flush();
  }

  private static String[] cells(List<Value> row) {
    return row.stream().map(CsvPrinter::cell).toArray(String[]::new);
  }

  /** The writer takes a null for a cell of which nothing is written. */
  private static String cell(Value value) {
    if (value == Value.Missing.NULL) {
      return null;
    }
    return value instanceof Value.Numeric || value instanceof Value.Count
        ? value.plain()
        : inert(value.plain());
  }

  private static String inert(String text) {
    boolean isFormula = !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0;
    return isFormula ? "'" + text : text;
  }

  private static CsvWriterSettings settings() {
    var settings = new CsvWriterSettings();
    settings.getFormat().setLineSeparator("\r\n");
    settings.getFormat().setQuoteEscape('"');
    settings.setNullValue("");
    settings.setEmptyValue("\"\"");
    // Values are what they are, with their blanks and line ends.
    settings.trimValues(false);
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.setQuotationTriggers('"', ',', '\r', '\n');
    settings.setMaxCharsPerColumn(-1);
    settings.setSkipEmptyLines(false);
    return settings;
  }
}
