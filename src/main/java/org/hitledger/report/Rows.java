package org.hitledger.report;

import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/**
 * The result of a query, to be printed once.
 *
 * @param headings one a column
 * @param values rows as they come, each with one value a column
 */
public record Rows(List<Heading> headings, Iterator<List<Value>> values) {
  /** Takes a copy of the headings. */
  public Rows {
    headings = List.copyOf(headings);
  }

  /**
   * The same rows for a terminal.
   *
   * @return rows in which texts and headings have no character that a terminal would obey
   */
  public Rows visible() {
    return new Rows(
        headings.stream()
            .map(heading -> new Heading(VisibleText.of(heading.name()), heading.isNumeric()))
            .toList(),
        mapped(row -> row.stream().map(Rows::visible).toList()));
  }

  private static Value visible(Value value) {
    return value instanceof Value.Text text ? new Value.Text(VisibleText.of(text.text())) : value;
  }

  private Iterator<List<Value>> mapped(UnaryOperator<List<Value>> change) {
    Iterable<List<Value>> once = () -> values;
    return StreamSupport.stream(once.spliterator(), false).map(change).iterator();
  }
}
