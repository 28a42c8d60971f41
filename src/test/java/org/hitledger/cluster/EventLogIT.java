package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Spark's history server is shown of a run says nothing of what stands in the logs: each part
 * of each line has a secret, and no event has one. What the user says on the command line, and
 * names of files, it does show.
 */
@Full
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EventLogIT {
  private static final String SECRET = "xyzzy";
  private static final String ADDRESS = "198.51.100.77";
  private static final String LINE =
      ADDRESS
          + " xyzzyident xyzzyuser [01/Jun/2012:22:17:%02d -0400] \"GET /book/xyzzypath/%s.html?xyzzyquery=1"
          + " HTTP/1.1\" 200 5 \"http://xyzzyreferer.example/?xyzzysearch\" \"xyzzyagent/1.0\"";
  private static final List<String> REJECTED =
      List.of(
          LINE.formatted(1, "1").replace("Jun", "xyzzymonth"),
          LINE.formatted(1, "1").replace("GET ", ""),
          "xyzzyline from " + ADDRESS);

  private Path folder;
  private Path logs;

  @BeforeAll
  void writeLogs(@TempDir Path temp) {
    folder = temp;
    logs = temp.resolve("logs");
    for (int file = 1; file <= 3; file++) {
      String name = file + "-";
      List<byte[]> lines =
          Stream.concat(
                  Stream.iterate(0, i -> i + 1).limit(40).map(i -> LINE.formatted(i, name + i)),
                  REJECTED.stream())
              .map(line -> line.getBytes(UTF_8))
              .toList();
      LogFile.write(logs.resolve("access.log-" + file + (file == 1 ? "" : ".gz")), lines);
    }
  }

  /** The events of a run, as they were written. */
  private String events(int code, Object... words) throws Exception {
    Path events = Files.createTempDirectory(folder, "events");
    Finished run =
        Submit.with("--master", "local[2]")
            .conf(
                "spark.eventLog.enabled=true",
                "spark.eventLog.compress=false",
                "spark.eventLog.dir=" + events.toUri())
            .run(words);
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    try (Stream<Path> files = Files.walk(events)) {
      String all =
          files.filter(Files::isRegularFile).map(EventLogIT::text).collect(Collectors.joining());
      // They are those of this run, to its end.
      assertThat(all).contains("SparkListenerJobStart", "SparkListenerApplicationEnd");
      return all;
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertSilent(int code, Object... words) throws Exception {
    String events = events(code, words);
    assertThat(events.lines().filter(EventLogIT::tells)).isEmpty();
  }

  private static boolean tells(String event) {
    return event.toLowerCase(Locale.ROOT).contains(SECRET) || event.contains(ADDRESS);
  }

  @Test
  void of_counts() throws Exception {
    assertSilent(0, "count", "--people", "--by=day", "--rejects", folder.resolve("r"), logs);
    assertSilent(0, "count", "--output", folder.resolve("counts"), "--status=200", logs);
  }

  @Test
  void of_hits_and_of_what_is_asked_of_them() throws Exception {
    Path hits = folder.resolve("hits");
    assertSilent(0, "hits", "--rules=site", "--output", hits, logs);
    String query =
        "SELECT host, path, query, count(*) FROM hits WHERE user_agent IS NOT NULL GROUP BY ALL ORDER BY 4 DESC, 2 LIMIT 5";
    assertSilent(0, "sql", query, hits);
    assertSilent(0, "count", "--rules=site", "--from", hits);
  }

  @Test
  void of_reports() throws Exception {
    assertSilent(0, "report", "--output", folder.resolve("page.html"), logs);
  }

  @Test
  void of_updates() throws Exception {
    Path ledger = folder.resolve("ledger");
    assertSilent(0, "update", "--ledger", ledger, logs.resolve("access.log-1"));
    assertSilent(0, "update", "--ledger", ledger, logs);
    assertSilent(0, "compact", "--ledger", ledger);
  }

  /** Spark keeps the exceptions of tasks. */
  @Test
  void of_a_damaged_log_and_of_one_that_is_none() throws Exception {
    Path cut = folder.resolve("cut/access.log.gz");
    byte[] packed = Files.readAllBytes(logs.resolve("access.log-2.gz"));
    Files.createDirectories(cut.getParent());
    Files.write(cut, Arrays.copyOf(packed, packed.length - 20));

    assertSilent(3, "count", cut);
    assertSilent(4, "count", "--on-damage=salvage", cut);
  }

  @Test
  void but_a_users_own_words_are_there() throws Exception {
    Path hits = folder.resolve("hits-of-words");
    events(0, "hits", "--output", hits, logs);

    assertThat(events(0, "sql", "SELECT count(*) FROM hits WHERE host = 'plugh'", hits))
        .contains("plugh");
  }
}
