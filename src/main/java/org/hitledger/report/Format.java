package org.hitledger.report;

import java.io.PrintStream;
import java.util.Iterator;

/**
 * The forms in which the result is printed. Rows are printed as they come, so that a form needs the
 * memory of one.
 */
public enum Format {
  /** Aligned columns, for people; by periods, the period comes first. */
  TABLE {
    @Override
    public void print(Iterator<PathCount> rows, PrintStream out) {
      if (!rows.hasNext()) {
        out.print("no hits\n");
        return;
      }
      PathCount first = rows.next();
      TableWidths widths = TableWidths.of(first);
      out.print(widths.line("period", "count", "path"));
      printRow(first, widths, out);
      rows.forEachRemaining(row -> printRow(row, widths, out));
    }

    private void printRow(PathCount row, TableWidths widths, PrintStream out) {
      out.print(
          widths.line(row.period(), TableWidths.grouped(row.count()), VisibleText.of(row.path())));
    }
  },

  /**
   * {@code count<TAB>path} or {@code period<TAB>count<TAB>path}, for programs; a path has no TAB
   * and no line end in it.
   */
  TSV {
    @Override
    public void print(Iterator<PathCount> rows, PrintStream out) {
      rows.forEachRemaining(row -> out.print(line(row)));
    }

    private String line(PathCount row) {
      String period = row.hasPeriod() ? row.period() + "\t" : "";
      return period + row.count() + "\t" + row.path() + "\n";
    }
  },

  /**
   * One array of objects with {@code path} and {@code count}, and before them {@code period} if
   * there are any; an object a line.
   */
  JSON {
    @Override
    public void print(Iterator<PathCount> rows, PrintStream out) {
      out.print("[");
      String separator = "\n";
      while (rows.hasNext()) {
        out.print(separator + Json.line(rows.next()));
        separator = ",\n";
      }
      out.print("\n]\n");
    }
  };

  /**
   * Prints the result.
   *
   * @param rows most hits first, or period after period
   * @param out where to, in UTF-8
   */
  public abstract void print(Iterator<PathCount> rows, PrintStream out);
}
