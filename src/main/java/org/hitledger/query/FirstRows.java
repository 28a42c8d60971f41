package org.hitledger.query;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.hitledger.fault.UsageFault;
import org.hitledger.rows.Heading;
import org.hitledger.rows.Value;

/**
 * The first rows of a query's result. They come to the driver one partition at a time, so that it
 * never holds all.
 */
public final class FirstRows implements Iterator<List<Value>> {
  private final StructType schema;
  private final Iterator<Row> rows;
  private long left;

  /**
   * Rows that are not yet computed.
   *
   * @param rows of the query, at least one more than {@code most} if it has so many
   * @param most how many to give
   */
  FirstRows(Dataset<Row> rows, long most) {
    this.schema = rows.schema();
    this.rows = rows.toLocalIterator();
    this.left = most;
  }

  /**
   * The columns.
   *
   * @return one heading a column, in order
   */
  public List<Heading> headings() {
    return Arrays.stream(schema.fields())
        .map(field -> new Heading(field.name(), field.dataType() instanceof NumericType))
        .toList();
  }

  /**
   * Makes sure that every column can be told by its name.
   *
   * @throws UsageFault if two have the same
   */
  public void requireDifferentNames() {
    Set<String> names = new HashSet<>();
    for (String name : schema.fieldNames()) {
      if (!names.add(name)) {
        throw new UsageFault(
            "two columns are named %s; give one another name with AS, since JSON needs it"
                .formatted(name));
      }
    }
  }

  /**
   * Whether there are more rows than were asked for.
   *
   * @return true if all were given and there is one more
   */
  public boolean areCut() {
    return left == 0 && rows.hasNext();
  }

  @Override
  public boolean hasNext() {
    return left > 0 && rows.hasNext();
  }

  @Override
  public List<Value> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    left--;
    return RowValues.of(rows.next());
  }
}
