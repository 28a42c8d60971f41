package org.hitledger.query;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.hitledger.rows.Heading;
import org.hitledger.rows.Rows;
import org.hitledger.rows.Value;

/** What the columns of all tables mean, in a few words. */
record ColumnMeanings(Map<String, String> byName) {
  private static final String SOURCE = "columns.properties";

  private static final List<Heading> HEADINGS =
      List.of(
          new Heading("column", false), new Heading("type", false), new Heading("meaning", false));

  ColumnMeanings {
    byName = Map.copyOf(byName);
  }

  static ColumnMeanings read() {
    var texts = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(ColumnMeanings.class.getResourceAsStream(SOURCE), SOURCE),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ColumnMeanings(
        texts.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, texts::getProperty)));
  }

  /** A row for each column of a table; one that nobody has described has no meaning. */
  Rows of(Table table, StructType columns) {
    return new Rows(
        HEADINGS, Arrays.stream(columns.fields()).map(column -> row(table, column)).iterator());
  }

  private List<Value> row(Table table, StructField column) {
    return Stream.of(
            column.name(),
            column.dataType().simpleString(),
            byName.getOrDefault(prefix(table) + column.name(), ""))
        .<Value>map(Value.Text::new)
        .toList();
  }

  /** The names of all columns of some tables. */
  Set<String> names(Set<Table> tables) {
    return tables.stream()
        .map(ColumnMeanings::prefix)
        .flatMap(
            prefix ->
                byName.keySet().stream()
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length())))
        .collect(Collectors.toSet());
  }

  private static String prefix(Table table) {
    return table.label() + ".";
  }
}
