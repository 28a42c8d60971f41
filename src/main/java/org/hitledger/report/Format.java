package org.hitledger.report;

import java.io.PrintStream;
import java.util.Iterator;
import java.util.Locale;

/**
 * The forms in which the result is printed. Rows are printed as they come, so that a form needs the
 * memory of one.
 */
public enum Format {
  /** Aligned columns, for people. */
  TABLE {
    @Override
    public void print(Iterator<PathCount> rows, PrintStream out) {
      if (!rows.hasNext()) {
        out.print("no hits\n");
        return;
      }
      PathCount first = rows.next();
      // The rows come with the most hits first, so that no later count is wider.
      int width = Math.max("count".length(), grouped(first.count()).length());
      out.print(" ".repeat(width - "count".length()) + "count  path\n");
      printRow(first, width, out);
      rows.forEachRemaining(row -> printRow(row, width, out));
    }

    private void printRow(PathCount row, int width, PrintStream out) {
      String count = grouped(row.count());
      out.print(
          " ".repeat(width - count.length()) + count + "  " + VisibleText.of(row.path()) + "\n");
    }
  },

  /** {@code count<TAB>path}, for programs; a path has no TAB and no line end in it. */
  TSV {
    @Override
    public void print(Iterator<PathCount> rows, PrintStream out) {
      rows.forEachRemaining(row -> out.print(row.count() + "\t" + row.path() + "\n"));
    }
  },

  /** One array of objects with {@code path} and {@code count}, an object a line. */
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
   * @param rows most hits first
   * @param out where to, in UTF-8
   */
  public abstract void print(Iterator<PathCount> rows, PrintStream out);

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
