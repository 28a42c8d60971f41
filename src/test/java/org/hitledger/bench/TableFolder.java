package org.hitledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.hitledger.testing.DuckDb;

/**
 * Where a table is made, gone when it is closed.
 *
 * @param parent of the folder, which who makes the table makes
 */
record TableFolder(Path parent) implements AutoCloseable {
  private static final String PARQUET = ".parquet";

  /** On the disk of the corpus, since the one for temporary files may be memory. */
  static TableFolder beside(CorpusFolder corpus) throws IOException {
    return new TableFolder(Files.createTempDirectory(corpus.folder().getParent(), ".table-"));
  }

  Path path() {
    return parent.resolve("table");
  }

  /** Writes the rows that a query of one statement gives for the table. */
  void writeCounts(DuckDbQuery query, Path out) throws IOException {
    for (String sql : query.statements("", path().toString())) {
      Files.write(out, DuckDb.rows(sql));
    }
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
