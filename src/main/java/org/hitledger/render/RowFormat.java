package org.hitledger.render;

import java.io.PrintStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hitledger.rows.Heading;
import org.hitledger.rows.Rows;
import org.hitledger.rows.Value;
import org.hitledger.text.Json;

/** The forms in which rows are printed. They are printed as they come, so that few are held. */
public enum RowFormat {
  /** Aligned columns, for people. */
  TABLE {
    @Override
    public void print(Rows rows, PrintStream out) {
      new TablePrinter(rows, out).print();
    }
  },

  /**
   * A TAB between values and no heading, for programs. What would end a value or a line is escaped:
   * a path of a log in JSON may hold it, and forge a row.
   */
  TSV {
    private static final Pattern BREAKING = Pattern.compile("[\\t\\n\\r]");

    @Override
    public void print(Rows rows, PrintStream out) {
      rows.values().forEachRemaining(row -> out.print(line(row)));
    }

    private String line(List<Value> row) {
      return row.stream()
          .map(value -> escaped(value.plain()))
          .collect(Collectors.joining("\t", "", "\n"));
    }

    private String escaped(String text) {
      return BREAKING
          .matcher(text)
          .replaceAll(found -> "\\\\x%02X".formatted((int) found.group().charAt(0)));
    }
  },

  /** RFC 4180, for programs and spreadsheets. */
  CSV {
    @Override
    public void print(Rows rows, PrintStream out) {
      CsvPrinter.print(rows, out);
    }
  },

  /** One array of objects, an object a line. */
  JSON {
    @Override
    public void print(Rows rows, PrintStream out) {
      out.print("[");
      String separator = "\n";
      for (Iterator<List<Value>> values = rows.values(); values.hasNext(); separator = ",\n") {
        out.print(separator + Json.line(object(rows.headings(), values.next())));
      }
      out.print("\n]\n");
    }

    private Map<String, Value> object(List<Heading> headings, List<Value> row) {
      var object = new LinkedHashMap<String, Value>();
      for (int i = 0; i < row.size(); i++) {
        object.put(headings.get(i).name(), row.get(i));
      }
      return object;
    }
  };

  /**
   * Prints the rows.
   *
   * @param rows whose columns must have different names for JSON
   * @param out where to, in UTF-8
   */
  public abstract void print(Rows rows, PrintStream out);
}
