package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes a table of all accesses. What an exact one counts is asked of the table afterwards, and not
 * measured.
 *
 * @param label what tables call it
 * @param about what it is
 * @param maker who makes the table
 * @param isExact whether it has an outcome for each access
 */
record TableRun(String label, String about, Maker maker, boolean isExact) implements Contestant {

  /** Makes a table of a corpus in a folder that is not there. */
  @FunctionalInterface
  interface Maker {
    Command command(CorpusFolder corpus, Path table);
  }

  static TableRun hitledger(int threads) {
    String master = "local[" + threads + "]";
    return new TableRun(
        "hitledger-hits",
        "our table of hits, `./submit.sh --master %s -- hits`".formatted(master),
        (corpus, table) ->
            SubmitRun.submit(
                List.of("--master", master), "hits", "--output", table, corpus.folder()),
        true);
  }

  static TableRun duckDb(int threads) {
    return new TableRun(
        "duckdb-hits",
        DuckDbRun.version() + " through JDBC, the same columns by regular expressions; not exact",
        (corpus, table) -> DuckDbRun.command(DuckDbQuery.TABLE, threads, corpus, table),
        false);
  }

  @Override
  public Measurement count(CorpusFolder corpus, Path out) throws IOException, InterruptedException {
    try (TableFolder table = TableFolder.create()) {
      Measurement measurement = maker.command(corpus, table.path()).run(out).measurement();
      if (isExact) {
        table.writeCounts(out);
      }
      System.err.printf("the table of %s has %,d bytes%n", label, table.bytes());
      return measurement;
    }
  }
}
