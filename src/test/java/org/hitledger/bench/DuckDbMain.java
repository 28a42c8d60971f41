package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks DuckDB about the files of a folder; prints counts, or writes a table. */
final class DuckDbMain {
  private DuckDbMain() {}

  public static void main(String[] args) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + args[0]);
      boolean hasRows = false;
      for (String sql : DuckDbQuery.valueOf(args[1]).statements(args[2], args[3])) {
        hasRows = statement.execute(sql);
      }
      if (hasRows) {
        print(statement.getResultSet());
      }
    }
  }

  private static void print(ResultSet rows) throws SQLException {
    var out = new PrintStream(System.out, false, UTF_8);
    while (rows.next()) {
      out.print(rows.getLong(1) + "\t" + rows.getString(2) + "\n");
    }
    out.flush();
  }
}
