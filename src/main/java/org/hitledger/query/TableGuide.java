package org.hitledger.query;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hitledger.ledger.StoredResults;
import org.hitledger.rows.Heading;
import org.hitledger.rows.Rows;
import org.hitledger.rows.Value;

/** What can be said of the tables of a folder without Spark. */
public final class TableGuide {
  private static final List<Heading> HEADINGS =
      List.of(new Heading("table", false), new Heading("a row is", false));

  private final Set<Table> tables;

  private TableGuide(Set<Table> tables) {
    this.tables = tables;
  }

  /**
   * A guide to some results.
   *
   * @param results a folder or a ledger
   * @return a guide to the tables that are there now
   */
  public static TableGuide to(StoredResults results) {
    return new TableGuide(Table.among(results));
  }

  /**
   * The tables.
   *
   * @return a row for each: its name, and what one of its rows is
   */
  public Rows tables() {
    return new Rows(
        HEADINGS,
        tables.stream()
            .map(
                table -> Stream.of(table.label(), table.row()).<Value>map(Value.Text::new).toList())
            .iterator());
  }

  /**
   * What a query over them can name.
   *
   * @return names of tables and of their columns
   */
  public Set<String> names() {
    var names = new TreeSet<>(ColumnMeanings.read().names(tables));
    tables.forEach(table -> names.add(table.label()));
    return names;
  }
}
