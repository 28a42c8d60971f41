package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person is told when S3 does not give what was asked for, and what S3A bears. */
@Full
class S3TroubleIT extends S3Tests {
  @Test
  void a_missing_key_and_a_missing_bucket_are_named() throws Exception {
    refused(job().run("count", "s3a://bucket/nothing"), 3, "s3a://bucket/nothing matches nothing");
    refused(
        job().run("count", "s3a://no-such-bucket/logs"),
        3,
        "s3a://no-such-bucket/logs: there is no such bucket; check its name");
  }

  @Test
  void a_wrong_secret_is_told_without_it() throws Exception {
    String wrong = "plugh-which-is-none";
    Finished run = jobThatKnows(wrong).run("count", "s3a://bucket/logs");
    refused(run, 3, "no permission to read it; check that the run has credentials, and what they");
    assertThat(run.out() + run.err()).doesNotContain(wrong, S3Server.SECRET);
  }

  @Test
  void a_run_without_credentials_is_told_what_it_lacks() throws Exception {
    Submit unknown =
        job()
            .environment("AWS_ACCESS_KEY_ID", "")
            .environment("AWS_SECRET_ACCESS_KEY", "")
            .environment("AWS_EC2_METADATA_DISABLED", "true");
    refused(unknown.run("count", "s3a://bucket/logs"), 3, "check that the run has credentials");
  }

  @Test
  void a_key_that_is_replaced_while_it_is_read_ends_the_run() throws Exception {
    server.put("changing/access.log", "x\n".repeat(1_000_000));
    var reads = new AtomicInteger();
    forwarder.make(
        new Trouble(
            Trouble.Kind.CUT,
            0,
            request -> request.gets("changing/") && replaceAt(2, reads.incrementAndGet())));
    Finished run =
        job()
            .run(
                "count",
                "--log-format=combined",
                "--output",
                "s3a://bucket/of-changing",
                "s3a://bucket/changing");
    assertThat(reads).hasValueGreaterThan(1);
    refused(run, 3, "changed while it was read");
    assertThat(server.keys("of-changing/")).isEmpty();
  }

  /** Nothing goes wrong with the request but that it comes late. */
  private boolean replaceAt(int wanted, int read) {
    try {
      if (read == wanted) {
        server.put("changing/access.log", "y\n".repeat(1_000_001));
      }
      return false;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_in_trouble_for_a_while_changes_nothing(Trouble.Kind kind) throws Exception {
    String results = "after-" + kind;
    List<Trouble> troubles =
        List.of(
            new Trouble(kind, 2, request -> request.lists()),
            new Trouble(kind, 3, request -> request.gets("logs/")),
            new Trouble(kind, 3, request -> request.writes() && request.key().endsWith(".parquet")),
            new Trouble(
                kind, 1, request -> request.writes() && request.key().endsWith("run.json")));
    troubles.forEach(forwarder::make);

    assertThat(done(job().run("count", "--output", "s3a://bucket/" + results, "s3a://bucket/logs")))
        .isEqualTo(counted);
    assertThat(troubles).allMatch(Trouble::isOver);
    assertThat(Results.in(copyOf(results))).isEqualTo(Results.in(local));
  }

  @Test
  void a_server_that_stays_in_trouble_is_one_line() throws Exception {
    forwarder.make(
        new Trouble(Trouble.Kind.BUSY, Integer.MAX_VALUE, request -> request.gets("logs/")));
    Submit impatient =
        job()
            .conf(
                "spark.hadoop.fs.s3a.attempts.maximum=1",
                "spark.hadoop.fs.s3a.retry.limit=1",
                "spark.hadoop.fs.s3a.retry.throttle.limit=1");
    refused(
        impatient.run("count", "--output", "s3a://bucket/never", "s3a://bucket/logs"),
        3,
        "reduce your request rate");
    assertThat(server.keys("never/")).isEmpty();
  }
}
