package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What DuckDB is asked. */
enum DuckDbQuery {
  /** As exact as the job, as far as the benchmark's logs go. */
  STRICT("count.sql"),
  SHORT("short.sql"),
  TABLE("hits.sql"),
  /** Asked of the table. */
  TABLE_COUNTS("hits-counts.sql"),
  /** The same of the job's table, which knows what counts. */
  JOB_TABLE_COUNTS("job-hits-counts.sql");

  private static final String END = ";\n";

  private final String script;

  DuckDbQuery(String script) {
    this.script = script;
  }

  /** The statements, one after the other; the last may give rows. */
  List<String> statements(String logs, String table) throws IOException {
    try (InputStream in = DuckDbQuery.class.getResourceAsStream(script)) {
      String text =
          new String(in.readAllBytes(), UTF_8)
              .replace("${files}", quoted(logs) + "/*.gz")
              .replace("${table}", quoted(table));
      return List.of(text.split(END));
    }
  }

  private static String quoted(String path) {
    return path.replace("'", "''");
  }
}
