package org.hitledger.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark's web page and its history server say of each job. */
@Full
class JobDescriptionsTest {
  private static final String NONE = "none";

  @TempDir Path folder;

  private List<String> descriptionsOf(Object... words) throws TimeoutException {
    Queue<String> descriptions = new ConcurrentLinkedQueue<>();
    SparkContext context = SharedSpark.session().sparkContext();
    var listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart event) {
            descriptions.add(event.properties().getProperty("spark.job.description", NONE));
          }
        };
    // Of whatever ran before.
    context.setJobDescription(NONE);
    context.addSparkListener(listener);
    try {
      CommandRun run = CommandRun.of(words);
      assertThat(run.code()).as(run.err()).isZero();
      context.listenerBus().waitUntilEmpty();
    } finally {
      context.removeSparkListener(listener);
    }
    return descriptions.stream().distinct().toList();
  }

  private Path logs() {
    LogFile.write(
        folder.resolve("logs/a.gz"),
        List.of(
            "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] \"GET /book/secret?q=s HTTP/1.1\" 200 5"
                .getBytes(UTF_8),
            "no access".getBytes(UTF_8)));
    return folder.resolve("logs");
  }

  @Test
  void every_job_of_a_count_says_what_it_is_for() throws TimeoutException {
    assertThat(
            descriptionsOf(
                "count",
                "--output",
                folder.resolve("results"),
                "--rejects",
                folder.resolve("rejects"),
                logs()))
        .containsExactly(
            "counting lines (files: 1)",
            "writing the counts",
            "writing the rejected lines",
            "auditing the rejected lines",
            "auditing the counts",
            "showing the counts");
  }

  @Test
  void every_job_of_hits_and_of_a_query_says_what_it_is_for() throws TimeoutException {
    Path hits = folder.resolve("hits");
    assertThat(
            descriptionsOf(
                "hits", "--output", hits, "--rejects", folder.resolve("rejects"), logs()))
        .containsExactly(
            "writing the hits (files: 1)",
            "counting the hits",
            "writing the balance",
            "writing the rejected lines",
            "auditing the rejected lines",
            "auditing the hits");
    assertThat(descriptionsOf("sql", "SELECT count(*) FROM hits WHERE path = '/secret'", hits))
        .containsExactly("querying published results");
  }
}
