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
 * @param label what tables call it
 * @param what what is special about it
 * @param query what DuckDB is asked
 * @param threads how many DuckDB may use
 */
record DuckDbRun(String label, String what, DuckDbQuery query, int threads) implements Contestant {

  static DuckDbRun strict(int threads) {
    return new DuckDbRun("duckdb", "the rules in SQL", DuckDbQuery.STRICT, threads);
  }

  static DuckDbRun brief(int threads) {
    return new DuckDbRun(
        "duckdb-short",
        "the query that a person would write; not exact, since it misses a path after a host and"
            + " cuts one at a space",
        DuckDbQuery.SHORT,
        threads);
  }

  @Override
  public boolean isExact() {
    return query == DuckDbQuery.STRICT;
  }

  @Override
  public String about() {
    return version() + " through JDBC, " + what;
  }

  static String version() {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
      return "DuckDB " + duckDb.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Measurement count(CorpusFolder corpus, Path out) throws IOException, InterruptedException {
    return command(query, threads, corpus, Path.of("")).run(out).measurement();
  }

  /** DuckDB in a process of its own; the table is for a query that writes one. */
  static Command command(DuckDbQuery query, int threads, CorpusFolder corpus, Path table) {
    return Command.java(
        DuckDbMain.class,
        List.of(ClassPath.ofTests(), ClassPath.of(DuckDBDriver.class)),
        threads,
        query,
        corpus.folder(),
        table);
  }
}
