package org.hitledger.rows;

import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hitledger.text.VisibleText;

/**
 * The rows of a result, to be printed once.
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
   * Some of the columns.
   *
   * @param names of columns, in the order wanted; a name that no column has is passed over
   * @return the same rows with these columns only
   */
  public Rows select(List<String> names) {
    List<Integer> columns = names.stream().flatMap(this::columnsNamed).toList();
    return new Rows(
        columns.stream().map(headings::get).toList(),
        mapped(row -> columns.stream().map(row::get).toList()));
  }

  private Stream<Integer> columnsNamed(String name) {
    return IntStream.range(0, headings.size())
        .filter(i -> headings.get(i).name().equals(name))
        .boxed();
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

  /**
   * The same rows, as long as they are wanted.
   *
   * @param isEnough asked before each row
   * @return rows that end when it is enough
   */
  public Rows until(BooleanSupplier isEnough) {
    return new Rows(
        headings,
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return !isEnough.getAsBoolean() && values.hasNext();
          }

          @Override
          public List<Value> next() {
            return values.next();
          }
        });
  }

  private static Value visible(Value value) {
    return value instanceof Value.Text text ? new Value.Text(VisibleText.of(text.text())) : value;
  }

  private Iterator<List<Value>> mapped(UnaryOperator<List<Value>> change) {
    Iterable<List<Value>> once = () -> values;
    return StreamSupport.stream(once.spliterator(), false).map(change).iterator();
  }
}
