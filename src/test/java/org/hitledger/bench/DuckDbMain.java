package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs count.sql over the files of a folder. */
final class DuckDbMain {
  private DuckDbMain() {}

  public static void main(String[] args) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      var out = new PrintStream(System.out, false, UTF_8);
      statement.execute("SET threads = " + args[0]);
      statement.execute("SET preserve_insertion_order = false");
      ResultSet rows = statement.executeQuery(sql(args[1]));
      while (rows.next()) {
        out.print(rows.getLong(1) + "\t" + rows.getString(2) + "\n");
      }
      out.flush();
    }
  }

  private static String sql(String folder) throws IOException {
    try (InputStream in = DuckDbMain.class.getResourceAsStream("count.sql")) {
      return new String(in.readAllBytes(), UTF_8)
          .replace("${files}", folder.replace("'", "''") + "/*.gz");
    }
  }
}
