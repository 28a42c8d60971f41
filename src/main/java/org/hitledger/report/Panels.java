package org.hitledger.report;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hitledger.rules.Outcome;

/** The panels of a report, or of a part of its rows; it grows while rows are put in. */
public final class Panels {
  private static final int USUAL_BYTES = 1 << 16;

  private final Map<Panel, FirstRows> panels = new EnumMap<>(Panel.class);

  /**
   * The rows of a panel.
   *
   * @param panel which one
   * @return its rows, none if nothing is in it
   */
  public PanelRows of(Panel panel) {
    FirstRows first = panels.get(panel);
    return first == null ? new PanelRows(List.of(), 0, new Measures()) : first.inOrder();
  }

  /**
   * The accesses of a class.
   *
   * @param outcome the class
   * @return how many lines of it there are, in the report's period or not
   */
  public long lines(Outcome outcome) {
    return of(Panel.LINES).rows().stream()
        .filter(row -> row.number(0) == outcome.ordinal())
        .mapToLong(row -> row.measures().of(Frame.REPORTED, Measure.ACCESSES))
        .sum();
  }

  void add(RowKey key, Measures measures) {
    first(key.panel()).add(new PanelRow(key, measures));
  }

  private FirstRows first(Panel panel) {
    return panels.computeIfAbsent(panel, FirstRows::new);
  }

  /**
   * Puts all rows of others in.
   *
   * @param others of which no row is in this, but of panels that have few
   * @return this
   */
  public Panels addAll(Panels others) {
    others.panels.forEach((panel, rows) -> first(panel).addAll(rows));
    return this;
  }

  /**
   * All of it as bytes.
   *
   * @return what {@link #read} reads
   */
  public byte[] write() {
    var out = new Output(USUAL_BYTES, Integer.MAX_VALUE);
    out.writeInt(panels.size());
    panels.forEach(
        (panel, rows) -> {
          out.writeByte(panel.ordinal());
          rows.write(out);
        });
    return out.toBytes();
  }

  /**
   * Reads what was written.
   *
   * @param bytes from {@link #write}
   * @return the panels
   */
  public static Panels read(byte[] bytes) {
    var panels = new Panels();
    var in = new Input(bytes);
    int number = in.readInt();
    for (int i = 0; i < number; i++) {
      Panel panel = Panel.at(in.readByte());
      panels.panels.put(panel, FirstRows.read(panel, in));
    }
    return panels;
  }
}
