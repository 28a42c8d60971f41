package org.hitledger.report;

import java.io.PrintStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms in which the rows of a query are printed, as they come. */
public enum RowFormat {
  /** Aligned columns, for people. */
  TABLE {
    @Override
    public void print(Rows rows, PrintStream out) {
      new TablePrinter(rows, out).print();
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
