package org.hitledger.report;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Keeps the first rows of a panel, of however many are put in. Rows that are made of other rows
 * once these are whole, such as those of browsers, are few: all are kept, and those with the same
 * name are added up.
 */
final class FirstRows {
  private final Panel panel;
  private final Comparator<PanelRow> order;
  private final PriorityQueue<PanelRow> last;
  private final Map<RowKey, Measures> few = new HashMap<>();
  private final Measures sum = new Measures();
  private long number;

  FirstRows(Panel panel) {
    this.panel = panel;
    order = panel.order().comparator();
    last = new PriorityQueue<>(order.reversed());
  }

  void add(PanelRow row) {
    sum.addAll(row.measures());
    number++;
    keep(row);
  }

  private void keep(PanelRow row) {
    if (panel.isMadeOfRows()) {
      few.computeIfAbsent(row.key(), key -> new Measures()).addAll(row.measures());
      return;
    }
    if (last.size() == panel.limit()) {
      // Of millions of hosts nearly all come behind those that are kept.
      if (order.compare(row, last.element()) >= 0) {
        return;
      }
      last.remove();
    }
    last.add(row);
  }

  void addAll(FirstRows others) {
    sum.addAll(others.sum);
    number += others.number;
    others.kept().forEach(this::keep);
  }

  private List<PanelRow> kept() {
    return panel.isMadeOfRows()
        ? few.entrySet().stream().map(row -> new PanelRow(row.getKey(), row.getValue())).toList()
        : List.copyOf(last);
  }

  PanelRows inOrder() {
    List<PanelRow> kept = kept();
    List<PanelRow> rows = kept.stream().sorted(order).limit(panel.limit()).toList();
    return new PanelRows(rows, panel.isMadeOfRows() ? kept.size() : number, sum);
  }

  void write(Output out) {
    sum.write(out);
    out.writeLong(number);
    List<PanelRow> rows = kept();
    out.writeInt(rows.size());
    for (PanelRow row : rows) {
      row.key().write(out);
      row.measures().write(out);
    }
  }

  static FirstRows read(Panel panel, Input in) {
    var rows = new FirstRows(panel);
    rows.sum.addAll(Measures.read(in));
    rows.number = in.readLong();
    int kept = in.readInt();
    for (int i = 0; i < kept; i++) {
      rows.keep(new PanelRow(RowKey.read(in), Measures.read(in)));
    }
    return rows;
  }
}
