package org.hitledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.testing.DuckDb;

/**
 * Where a table is made, gone when it is closed.
 *
 * @param parent of the folder, which who makes the table makes
 */
record TableFolder(Path parent) implements AutoCloseable {
  private static final String PARQUET = ".parquet";

  static TableFolder create() throws IOException {
    return new TableFolder(Files.createTempDirectory("bench-table"));
  }

  Path path() {
    return parent.resolve("table");
  }

  /** Hits per path, of the rows that count. */
  void writeCounts(Path out) throws IOException {
    List<String> rows =
        DuckDb.rows(
            "SELECT count(*), path FROM read_parquet('%s/hits/date=*/*.parquet') WHERE outcome = 'counted' GROUP BY path"
                .formatted(path()));
    Files.write(out, rows);
  }

  long bytes() throws IOException {
    try (Stream<Path> files = Files.walk(path())) {
      return files.filter(file -> file.toString().endsWith(PARQUET)).mapToLong(this::size).sum();
    }
  }

  private long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(parent)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
