package org.hitledger.render;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hitledger.rows.Rows;
import org.hitledger.rows.Value;
import org.hitledger.text.VisibleText;

/**
 * Prints aligned columns. Their widths are those of the first rows, which alone are held: a later
 * cell that is wider pushes its row out of line.
 */
final class TablePrinter {
  private static final int ROWS_MEASURED = 1_000;

  /** Cells can be as long as the lines of a log. */
  private static final long CHARACTERS_MEASURED = 4L << 20;

  /** A column does not get wider for one long cell: all its rows would be filled up with blanks. */
  private static final int WIDEST = 120;

  private static final String GAP = "  ";

  private final Rows rows;
  private final PrintStream out;
  private final List<String> heads;
  private final int[] widths;

  TablePrinter(Rows rows, PrintStream out) {
    this.rows = rows;
    this.out = out;
    heads = rows.headings().stream().map(heading -> VisibleText.of(heading.name())).toList();
    widths = new int[heads.size()];
  }

  void print() {
    List<List<String>> first = firstRows();
    measure(heads);
    first.forEach(this::measure);
    printLine(heads);
    first.forEach(this::printLine);
    rows.values().forEachRemaining(row -> printLine(cells(row)));
  }

  private List<List<String>> firstRows() {
    var first = new ArrayList<List<String>>();
    long characters = 0;
    while (first.size() < ROWS_MEASURED
        && characters < CHARACTERS_MEASURED
        && rows.values().hasNext()) {
      List<String> cells = cells(rows.values().next());
      characters += cells.stream().mapToLong(String::length).sum();
      first.add(cells);
    }
    return first;
  }

  private static List<String> cells(List<Value> row) {
    return row.stream().map(value -> VisibleText.of(value.text())).toList();
  }

  private void measure(List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      if (width(cells.get(i)) <= WIDEST) {
        widths[i] = Math.max(widths[i], width(cells.get(i)));
      }
    }
  }

  private void printLine(List<String> cells) {
    var line = new StringBuilder();
    IntStream.range(0, widths.length).forEach(i -> append(line, i, cells.get(i)));
    out.print(line.append('\n'));
  }

  private void append(StringBuilder line, int column, String cell) {
    String blanks = " ".repeat(Math.max(0, widths[column] - width(cell)));
    boolean isNumeric = rows.headings().get(column).isNumeric();
    boolean isLast = column == widths.length - 1;
    line.append(column == 0 ? "" : GAP);
    line.append(isNumeric ? blanks : "").append(cell).append(isNumeric || isLast ? "" : blanks);
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
