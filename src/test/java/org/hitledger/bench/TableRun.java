package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes a table of all accesses. What is compared is not the table, but the hits per path that it
 * gives; it is asked for them afterwards, and that is not measured.
 *
 * @param label what tables call it
 * @param about what it is
 * @param maker who makes the table
 * @param counts what the table is asked
 * @param isExact whether the answer must be that of the others
 */
record TableRun(String label, String about, Maker maker, DuckDbQuery counts, boolean isExact)
    implements Contestant {

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
        DuckDbQuery.JOB_TABLE_COUNTS,
        true);
  }

  static TableRun duckDb(int threads) {
    return new TableRun(
        "duckdb-hits",
        DuckDbRun.version() + " through JDBC, the same columns by regular expressions; not exact",
        (corpus, table) -> DuckDbRun.command(DuckDbQuery.TABLE, threads, corpus, table),
        DuckDbQuery.TABLE_COUNTS,
        false);
  }

  @Override
  public Measurement count(CorpusFolder corpus, Path out) throws IOException, InterruptedException {
    try (TableFolder table = TableFolder.beside(corpus)) {
      Measurement measurement = maker.command(corpus, table.path()).run(out).measurement();
      table.writeCounts(counts, out);
      return measurement.with(table.bytes());
    }
  }
}
