package org.hitledger.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hitledger.report.Frame;
import org.hitledger.report.Measures;
import org.hitledger.report.PanelRow;
import org.hitledger.report.PanelRows;
import org.hitledger.report.Panels;

/**
 * Makes tables of panels.
 *
 * @param panels what they are made of
 * @param isCompared whether numbers have those of another period beside them
 */
record Tables(Panels panels, boolean isCompared) {

  /** Those that have a row. */
  List<Table> all() {
    return Arrays.stream(TableKind.values())
        .filter(kind -> !panels.of(kind.panel()).rows().isEmpty())
        .map(this::table)
        .toList();
  }

  private Table table(TableKind kind) {
    PanelRows rows = panels.of(kind.panel());
    long largest = largest(kind.columns().get(0), rows);
    return new Table(
        kind.id(),
        kind.title(),
        kind.about(),
        kind.names(),
        kind.columns().stream().map(Column::label).toList(),
        rows.rows().stream().map(row -> cells(kind, row, rows.sum(), largest)).toList(),
        rest(rows));
  }

  private List<Cell> cells(TableKind kind, PanelRow row, Measures sum, long largest) {
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < kind.names().size(); i++) {
      cells.add(Cell.text(ShownText.of(row.name(i))));
    }
    Column first = kind.columns().get(0);
    for (Column column : kind.columns()) {
      Cell cell = number(column, row.measures());
      cells.add(
          column == first && first.addsUp()
              ? cell.ofWhole(first.of(sum, Frame.REPORTED), largest)
                  .overTime(row.measures().series(), sum.series())
              : cell);
    }
    return cells;
  }

  private static long largest(Column column, PanelRows rows) {
    return rows.rows().stream()
        .mapToLong(row -> column.of(row.measures(), Frame.REPORTED))
        .max()
        .orElse(0);
  }

  /** A number, and if it is compared the other one beside it. */
  Cell number(Column column, Measures measures) {
    Cell cell = Cell.number(column.of(measures, Frame.REPORTED));
    return isCompared ? cell.comparedWith(column.of(measures, Frame.COMPARED)) : cell;
  }

  private static String rest(PanelRows rows) {
    long others = rows.number() - rows.rows().size();
    return others == 0
        ? ""
        : "The first %s of %s rows."
            .formatted(Numbers.full(rows.rows().size()), Numbers.full(rows.number()));
  }
}
