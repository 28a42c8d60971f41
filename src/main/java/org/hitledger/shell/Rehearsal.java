package org.hitledger.shell;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.hitledger.app.QueryFormat;
import org.hitledger.app.RunEnvironment;
import org.hitledger.app.SqlRun;
import org.hitledger.app.StandardStreams;
import org.hitledger.ledger.StoredResults;
import org.hitledger.publish.ResultFolder;
import org.hitledger.spark.Session;

/**
 * Queries of the usual kinds that nobody sees, so that the first one that somebody types does not
 * wait for what a JVM does once: loading classes, and compiling what they do.
 */
final class Rehearsal {
  /** So many are read in no time. */
  private static final long SMALL_BYTES = 16L << 20;

  /** Of larger results nothing is read. */
  private static final String MADE_UP =
      """
      (SELECT '/book/' || id AS path, 'host' || id AS host, 'agent' || id AS user_agent,
        CAST(NULL AS STRING) AS crawler, timestamp_seconds(id) AS time,
        CAST(200 + id AS INT) AS status, id AS bytes FROM range(3))
      """;

  private static final List<String> QUERIES =
      List.of(
          "SELECT count(*) AS n FROM range(3)",
          """
          SELECT status, count(*) AS n FROM %s WHERE status < 400 AND crawler IS NULL
          GROUP BY status ORDER BY n DESC LIMIT 3
          """,
          "SELECT path, count(DISTINCT host, user_agent) AS n FROM %s GROUP BY path ORDER BY n",
          """
          SELECT date_trunc('DAY', time) AS day, sum(bytes), percentile(bytes, 0.5), max(time)
          FROM %s GROUP BY day ORDER BY day
          """,
          """
          SELECT a.path, b.n FROM %s a
          JOIN (SELECT path, count(*) AS n FROM %<s GROUP BY path) b ON a.path = b.path LIMIT 3
          """);

  private Rehearsal() {}

  /**
   * The queries, one after another.
   *
   * @param folder of the results that will be asked about
   * @param environment settings and file systems
   * @return what is to be done with a session of its own; it throws what a query throws
   */
  static List<Consumer<SparkSession>> over(String folder, RunEnvironment environment) {
    return QUERIES.stream().map(query -> rehearse(query, folder, environment)).toList();
  }

  private static Consumer<SparkSession> rehearse(
      String query, String folder, RunEnvironment environment) {
    return spark -> {
      var results = StoredResults.at(folder, environment.hadoop()).results();
      boolean isSmall = results.bytes() <= SMALL_BYTES;
      boolean isRead = isSmall && !results.partsWith(ResultFolder.HITS).isEmpty();
      String from = isRead ? ResultFolder.HITS : MADE_UP;
      run(query.formatted(from), folder, unseen(spark, environment));
    };
  }

  private static RunEnvironment unseen(SparkSession spark, RunEnvironment environment) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return environment.in(
        (settings, inputs) -> new Session(spark, () -> {}), new StandardStreams(nowhere, nowhere));
  }

  private static void run(String query, String folder, RunEnvironment environment) {
    SqlRun.execute(
        new SqlRun.Plan(query, folder, Optional.empty(), Long.MAX_VALUE, QueryFormat.TABLE),
        environment);
  }
}
