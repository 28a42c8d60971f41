package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBDriver;

/**
 * The rules in SQL, in a JVM that holds nothing but DuckDB.
 *
 * @param threads how many DuckDB may use
 */
record DuckDbRun(int threads) implements Contestant {

  @Override
  public String label() {
    return "duckdb";
  }

  @Override
  public String about() {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
      return "DuckDB %s through JDBC, the rules in SQL"
          .formatted(duckDb.getMetaData().getDatabaseProductVersion());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Measurement count(CorpusFolder corpus, Path out) throws IOException, InterruptedException {
    return Command.java(
            DuckDbMain.class,
            List.of(ClassPath.ofTests(), ClassPath.of(DuckDBDriver.class)),
            threads,
            corpus.folder())
        .run(out)
        .measurement();
  }
}
