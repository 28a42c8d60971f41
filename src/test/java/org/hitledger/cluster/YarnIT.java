package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.FinalApplicationStatus;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.cluster.Submit.Running;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On YARN and HDFS the rows are those of a local run, and YARN knows how each run has ended. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class YarnIT {
  private static final Path SAMPLES = Path.of("src/samples").toAbsolutePath();
  private static final String[] TWO_ATTEMPTS = {"spark.yarn.maxAppAttempts=2"};

  private static final String RULES =
      """
      section: book
      excluded_names: [index.html]
      excluded_extensions: [png, css]
      """;

  private Path folder;
  private Path atHome;
  private YarnCluster yarn;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    folder = temp;
    yarn = new YarnCluster(temp.resolve("yarn"));
    yarn.hdfs().copyFromLocalFile(hdfsPath(SAMPLES.toString()), hdfsPath("/logs"));
    atHome = folder.resolve("hits-at-home");
    assertThat(Submit.with().run("hits", "--output", atHome, SAMPLES).code()).isZero();
    Path damaged = Files.createDirectories(folder.resolve("damaged")).resolve("access.log.gz");
    byte[] whole = Files.readAllBytes(SAMPLES.resolve("access.log-20120601.gz"));
    Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));
    yarn.hdfs().copyFromLocalFile(hdfsPath(damaged.toString()), hdfsPath("/damaged/access.log.gz"));
  }

  @AfterAll
  void stop() {
    if (yarn != null) {
      yarn.close();
    }
  }

  private static org.apache.hadoop.fs.Path hdfsPath(String path) {
    return new org.apache.hadoop.fs.Path(path);
  }

  private Path fromHdfs(String path) throws Exception {
    Path copy = folder.resolve("copy" + path.replace('/', '-'));
    yarn.hdfs().copyToLocalFile(hdfsPath(path), hdfsPath(copy.toString()));
    return copy;
  }

  /** All rows, without the names of the logs, which lie in other places. */
  private static List<String> hits(Path table) {
    return DuckDb.rows(
        "SELECT * EXCLUDE (file) FROM read_parquet('%s/hits/*/*.parquet', hive_partitioning = true) ORDER BY ALL"
            .formatted(table));
  }

  private ApplicationReport assertEnded(FinalApplicationStatus status) throws Exception {
    ApplicationReport application = yarn.last();
    assertThat(application.getFinalApplicationStatus())
        .as(application.getDiagnostics())
        .isEqualTo(status);
    assertThat(yarn.attempts(application)).isEqualTo(1);
    return application;
  }

  private void assertFailed(Finished run, int code, String line) throws Exception {
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(line).doesNotContain("\tat ");
    assertThat(run.err().lines().filter(told -> told.startsWith("hitledger: "))).hasSize(1);
    assertThat(assertEnded(FinalApplicationStatus.FAILED).getDiagnostics())
        .contains(line)
        .hasLineCount(1);
  }

  @Test
  void in_client_mode_a_count_with_rules_of_ones_own_is_that_of_a_local_run() throws Exception {
    Path rules = Files.writeString(folder.resolve("my rules.yaml"), RULES);
    Path local = folder.resolve("local");
    Object[] options = {"--rules", "file://" + rules, "--top", "3", "--format", "json"};
    Finished here = Submit.with().run(count(options, "--output", local.toUri(), SAMPLES.toUri()));
    assertThat(here.code()).as(here.err()).isZero();

    Finished run =
        yarn.submit("client").run(count(options, "--output", "hdfs:///counts", "hdfs:///logs"));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(here.out()).isNotEmpty();
    assertThat(Results.in(fromHdfs("/counts"))).isEqualTo(Results.in(local));
    assertEnded(FinalApplicationStatus.SUCCEEDED);
  }

  private static Object[] count(Object[] options, Object... words) {
    return Stream.of(new Object[] {"count"}, options, words).flatMap(Arrays::stream).toArray();
  }

  @Test
  void in_cluster_mode_a_ledger_takes_in_what_is_new_and_nothing_new_is_a_success()
      throws Exception {
    Submit submit = yarn.submit("cluster");
    Object[] update = {"update", "--ledger", "hdfs:///ledger", "hdfs:///logs"};
    Finished first = submit.conf("spark.yarn.queue=nightly").run(update);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(assertEnded(FinalApplicationStatus.SUCCEEDED).getQueue()).isEqualTo("root.nightly");

    Finished next = submit.run(update);
    assertThat(next.code()).as(next.err()).isZero();
    assertEnded(FinalApplicationStatus.SUCCEEDED);

    assertThat(hits(fromHdfs("/ledger").resolve("segments/000001")))
        .isNotEmpty()
        .isEqualTo(hits(atHome));

    Finished report =
        submit.run("report", "--from", "hdfs:///ledger", "--output", "hdfs:///report.html");
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(fromHdfs("/report.html")).content().contains("<html");
  }

  /** They are in the environment of who submits, which no container has. */
  @Test
  void credentials_of_s3_reach_the_containers_and_none_of_their_logs() throws Exception {
    try (S3Server s3 = S3Server.start(folder)) {
      s3.putAll(SAMPLES, "logs");
      Finished run =
          S3Server.known(s3.endpoint(), yarn.submit("cluster"), S3Server.SECRET)
              .run("count", "--output", "s3a://bucket/counts", "s3a://bucket/logs");
      assertThat(run.code()).as(run.err()).isZero();
      Path local = folder.resolve("counts-at-home");
      assertThat(Submit.with().run("count", "--output", local, SAMPLES).code()).isZero();
      assertThat(Results.in(s3.copy("counts", folder.resolve("counts-in-s3"))))
          .isEqualTo(Results.in(local));
    }
    yarn.awaitLogs();
    assertThat(yarn.told("yarn logs -applicationId " + yarn.last().getApplicationId()))
        .contains("launch_container.sh")
        .doesNotContain(S3Server.SECRET);
  }

  @Test
  void a_container_killed_while_it_reads_changes_nothing() throws Exception {
    Gate gate = Gate.in(folder.resolve("gate"));
    Running run =
        yarn.submit("cluster")
            .gate(gate, "open:access.log-20120602")
            .start("hits", "--output", "hdfs:///hits", "gate:" + SAMPLES);

    gate.awaitArrival(run).destroyForcibly();

    Finished finished = run.finish();
    assertThat(finished.code()).as(finished.err()).isZero();
    assertEnded(FinalApplicationStatus.SUCCEEDED);
    assertThat(hits(fromHdfs("/hits"))).isNotEmpty().isEqualTo(hits(atHome));
  }

  @Test
  void what_was_salvaged_is_published_and_not_tried_again() throws Exception {
    Object[] words = {"--on-damage", "salvage", "--output"};
    Finished cluster =
        yarn.submit("cluster")
            .conf(TWO_ATTEMPTS)
            .run(count(words, "hdfs:///salvaged", "hdfs:///damaged"));
    assertThat(cluster.code()).as(cluster.err()).isZero();
    assertEnded(FinalApplicationStatus.SUCCEEDED);
    assertThat(fromHdfs("/salvaged").resolve("run.json")).content().contains("\"damaged\"");
    yarn.awaitLogs();
    assertThat(
            yarn.told(
                "yarn logs -applicationId %s -log_files stdout -am 1"
                    .formatted(yarn.last().getApplicationId())))
        .contains("/book/");

    Finished client =
        yarn.submit("client")
            .conf(TWO_ATTEMPTS)
            .run("count", "--on-damage", "salvage", "hdfs:///damaged");
    assertThat(client.code()).as(client.err()).isEqualTo(4);
    assertEnded(FinalApplicationStatus.SUCCEEDED);
  }

  @Test
  void in_cluster_mode_yarn_is_told_in_one_line_what_was_wrong() throws Exception {
    Submit submit = yarn.submit("cluster");
    Finished none = submit.run("count", "hdfs:///none");
    assertFailed(none, 3, "hdfs:///none matches nothing; expected");
    yarn.awaitLogs();
    assertThat(yarn.told(none.err().replaceFirst("(?s).*(yarn logs .*)\n", "$1")))
        .contains("hitledger: hdfs:///none matches nothing; expected");
    assertFailed(submit.run("count", "hdfs:///damaged"), 3, "access.log.gz is damaged");
    assertFailed(submit.run("count", "--tip", "3", "hdfs:///logs"), 2, "Unknown option: '--tip'");
    assertFailed(
        submit.run("count", "--output", "file:///proc/counts", "hdfs:///logs"),
        5,
        "cannot write beside file:/proc/counts: no permission");
  }

  @Test
  void in_client_mode_yarn_is_told_that_a_run_has_failed() throws Exception {
    Finished run = yarn.submit("client").run("count", "hdfs:///damaged");
    assertThat(run.code()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("access.log.gz").hasLineCount(1);
    assertEnded(FinalApplicationStatus.FAILED);
  }

  @Test
  void what_yarn_refuses_is_one_line() throws Exception {
    Finished queue =
        yarn.submit("client").conf("spark.yarn.queue=none").run("count", "hdfs:///logs");
    assertThat(queue.code()).as(queue.err()).isEqualTo(1);
    assertThat(queue.err())
        .startsWith("hitledger: YARN has started no application: ")
        .contains("unknown queue: none")
        .hasLineCount(1);
    Finished memory =
        yarn.submit("cluster").conf("spark.executor.memory=9g").run("count", "hdfs:///logs");
    assertThat(memory.code()).as(memory.err()).isEqualTo(1);
    assertThat(memory.err())
        .startsWith("submit.sh: Required executor memory (9216 MB)")
        .hasLineCount(1);
  }

  @Test
  void a_queue_without_room_is_told_while_the_run_waits() throws Exception {
    Running client =
        yarn.submit("client")
            .conf("spark.yarn.queue=narrow", "spark.starvation.timeout=500ms")
            .start("count", "hdfs:///logs");
    assertThat(client.firstLine())
        .startsWith("hitledger: YARN has not started this application for 2 seconds, as with a")
        .endsWith("; the run goes on waiting");
    yarn.killIn("narrow");
    Finished killed = client.finish();
    assertThat(killed.code()).as(killed.err()).isEqualTo(1);
    assertThat(killed.err()).doesNotContain("\tat ");

    Running cluster =
        yarn.submit("cluster")
            .conf("spark.yarn.queue=narrow", "spark.yarn.report.interval=100ms")
            .start("count", "hdfs:///logs");
    String told = cluster.firstLine();
    assertThat(yarn.told("yarn application -list -appStates ACCEPTED")).contains("narrow");
    assertThat(yarn.told(told.replaceFirst(".*(yarn application -status \\S+) .*", "$1")))
        .contains("waiting for resources to be assigned for AM", "Queue's max capacity");
    assertThat(yarn.told("yarn node -list -showDetails"))
        .contains("Configured Resources : <memory:4096, vCores:4>", "Allocated");
    String application = yarn.killIn("narrow");
    assertThat(told)
        .isEqualTo(
            "submit.sh: %1$s waits for YARN to start it, as with a queue that is full; yarn application -status %1$s says why"
                .formatted(application));
    Finished ended = cluster.finish();
    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(ended.err()).contains(application).hasLineCount(2).doesNotContain("INFO");
  }
}
