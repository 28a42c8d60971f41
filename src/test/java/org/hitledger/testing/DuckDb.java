package org.hitledger.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads results with a program that shares no code with the one that wrote them. */
public final class DuckDb {
  private DuckDb() {}

  /** All rows of a query, each as the texts of its columns, tab-separated. */
  public static List<String> rows(String sql) {
    return read(sql, DuckDb::row);
  }

  /** All rows of a query, by the names of its columns and in their order; without nulls. */
  public static List<Map<String, String>> records(String sql) {
    return read(sql, DuckDb::cells);
  }

  private static <T> List<T> read(String sql, Reader<T> reader) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      var read = new ArrayList<T>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static String row(ResultSet rows) throws SQLException {
    var row = new ArrayList<String>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      row.add(rows.getString(i));
    }
    return String.join("\t", row);
  }

  private static Map<String, String> cells(ResultSet rows) throws SQLException {
    var cells = new LinkedHashMap<String, String>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      String text = rows.getString(i);
      if (!rows.wasNull()) {
        cells.put(rows.getMetaData().getColumnName(i), text);
      }
    }
    return cells;
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }
}
