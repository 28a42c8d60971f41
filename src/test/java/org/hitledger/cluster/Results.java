package org.hitledger.cluster;

import java.nio.file.Path;
import java.util.List;
import org.hitledger.testing.DuckDb;

/**
 * The rows of a result folder, as a program reads them that shares no code with the job.
 *
 * @param pathCounts count and path, in the order of the files
 * @param balance name of the file without its folder, outcome and lines, sorted
 */
record Results(List<String> pathCounts, List<String> balance) {

  static Results in(Path folder) {
    return new Results(
        DuckDb.rows("SELECT count, path FROM '%s/path_counts/*.parquet'".formatted(folder)),
        DuckDb.rows(
            """
            SELECT regexp_extract(file, '[^/]+$'), outcome, lines
            FROM '%s/balance/*.parquet' ORDER BY ALL
            """
                .formatted(folder)));
  }

  /** All columns of all accesses, in an order of their own. */
  static List<String> hitsIn(Path folder) {
    return DuckDb.rows(
        "SELECT * FROM read_parquet('%s/hits/*/*.parquet', hive_partitioning = true) ORDER BY ALL"
            .formatted(folder));
  }
}
