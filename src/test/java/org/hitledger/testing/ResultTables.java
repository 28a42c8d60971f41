package org.hitledger.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of a result folder, as a program reads them that shares no code with the job. */
public final class ResultTables {
  private final Path folder;

  /** The tables in a folder. */
  public ResultTables(Path folder) {
    this.folder = folder;
  }

  /** Hits per path as tab-separated values, in the order of the files. */
  public String tsv() {
    List<String> rows =
        DuckDb.rows("SELECT count, path FROM '%s/path_counts/*.parquet'".formatted(folder));
    return rows.isEmpty() ? "" : String.join("\n", rows) + "\n";
  }

  /** Lines by file and class; no zeros. */
  public Map<String, Map<String, Long>> balance() {
    var balance = new TreeMap<String, Map<String, Long>>();
    for (String row :
        DuckDb.rows("SELECT file, outcome, lines FROM '%s/balance/*.parquet'".formatted(folder))) {
      String[] cells = row.split("\t", -1);
      balance
          .computeIfAbsent(cells[0], file -> new TreeMap<>())
          .put(cells[1], Long.parseLong(cells[2]));
    }
    return balance;
  }
}
