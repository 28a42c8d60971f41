package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.cluster.Submit.Running;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cluster that does not do its part: one line says why, where its log lies and what to do. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FailingClusterIT {
  private static final Pattern APPLICATION = Pattern.compile("\"id\" *: *\"(app-[0-9-]+)\"");
  private static final String AT = "open:access.log-2";
  private static final String NEXT = ", and run again; nothing was published\n";

  private final HttpClient http = HttpClient.newHttpClient();
  private Path folder;
  private Path logs;
  private StandaloneCluster cluster;
  private int gates;

  @BeforeAll
  void startCluster(@TempDir Path temp) throws Exception {
    folder = temp;
    logs = CorpusOnDisk.write(temp.resolve("logs"), 17);
    cluster = new StandaloneCluster(temp.resolve("work"), 1);
  }

  @AfterAll
  void stopCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private Gate newGate() throws Exception {
    return Gate.in(folder.resolve("gate-" + gates++));
  }

  /** What a run that failed says; the first run of all may have to prepare faster starts. */
  private static String message(Finished run) {
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    String message = run.err().replaceAll("(?m)^submit\\.sh: .*\n", "");
    assertThat(message).hasLineCount(1);
    return message;
  }

  @Test
  void executors_that_cannot_start() throws Exception {
    Finished run =
        cluster.submit().conf("spark.executorEnv.JAVA_HOME=/no/such/java").run("count", logs);

    assertThat(message(run))
        .matches(
            "hitledger: no executor could start at "
                + cluster.url()
                + ", which has removed the application (app-[0-9-]+) for that; see the logs of the"
                + " workers, and \\1/NUMBER/stderr in their work folders"
                + NEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "KILL, 137, 'killed, by a person, or by the system for want of memory', 'if it was for memory,'",
    "TERM, 143, 'told to end, by a person or in favour of others', ask those who run the cluster"
  })
  void executors_that_keep_ending(String by, int code, String meaning, String advice)
      throws Exception {
    Finished run = dying(by).run("count", "dying:" + logs);

    assertThat(message(run))
        .startsWith("hitledger: the run has lost 2 executors, the last one executor ")
        .contains(
            " on 127.0.0.2: Command exited with code %d (%s); its log: http://127.0.0.2:"
                .formatted(code, meaning))
        .contains("&logType=stderr; " + advice)
        .endsWith(NEXT);
  }

  /** The task may tell of it before its executor ends, or not. */
  @Test
  void executors_whose_heap_is_full() throws Exception {
    Finished run = dying(DyingFileSystem.HEAP).run("count", "dying:" + logs);

    assertThat(message(run))
        .matches(
            "hitledger: (a task ran out of memory on 127\\.0\\.0\\.2 executor \\d+:"
                + " java\\.lang\\.OutOfMemoryError: Java heap space"
                + "|the run has lost (an executor,|2 executors, the last one) executor \\d+ on"
                + " 127\\.0\\.0\\.2: .*code 52 \\(its heap was full\\)); its log: \\S.*\n")
        .endsWith(
            "; give executors more memory (spark.executor.memory) or fewer cores (spark.executor.cores)"
                + NEXT);
  }

  private Submit dying(String by) throws Exception {
    return cluster
        .submit()
        .withTests()
        .conf(
            "spark.task.maxFailures=2",
            "spark.hadoop.fs.dying.impl=" + DyingFileSystem.class.getName(),
            "spark.hadoop." + DyingFileSystem.BY + "=" + by);
  }

  @Test
  void an_application_that_a_person_kills() throws Exception {
    Gate gate = newGate();
    Running run = cluster.submit().gate(gate, AT).start("count", "gate:" + logs);
    ProcessHandle executor = gate.awaitArrival(run);
    String application = running();

    HttpRequest kill =
        HttpRequest.newBuilder(URI.create(cluster.webPage() + "/app/kill/"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("terminate=true&id=" + application))
            .build();
    assertThat(http.send(kill, BodyHandlers.discarding()).statusCode()).isLessThan(400);

    Finished finished = run.finish();
    executor.onExit().join();
    assertThat(message(finished))
        .isEqualTo(
            "hitledger: the application %s was ended while it ran, by a person or by the cluster; see the log of %s%s"
                .formatted(application, cluster.url(), NEXT));
  }

  /** The id of the one that runs, by the master's page for programs. */
  private String running() throws Exception {
    HttpRequest ask = HttpRequest.newBuilder(URI.create(cluster.webPage() + "/json/")).build();
    String state = http.send(ask, BodyHandlers.ofString(UTF_8)).body();
    Matcher matcher = APPLICATION.matcher(state.replaceFirst("(?s).*\"activeapps\"", ""));
    assertThat(matcher.find()).as(state).isTrue();
    return matcher.group(1);
  }

  @Test
  void more_memory_than_any_worker_has_is_told_while_the_run_waits() throws Exception {
    Running run =
        cluster
            .submit()
            .conf("spark.starvation.timeout=500ms", "spark.executor.memory=64g")
            .start("count", logs);

    assertThat(run.firstLine())
        .isEqualTo(
            "hitledger: no task has run for 2 seconds: no executor has come up at %s; see on its web page whether a worker has 64g of memory (spark.executor.memory) and the cores free, and whether executors end as soon as they start; the run goes on waiting"
                .formatted(cluster.url()));
    run.signal("INT");
    run.finish();
  }

  /** What has its executors goes on without a master; what needs another one waits for it. */
  @Test
  void a_lost_master_ends_no_run_and_is_told_to_one_that_needs_it() throws Exception {
    try (var lost = new StandaloneCluster(folder.resolve("other-work"), 2)) {
      Submit submit = lost.submit().conf("spark.cores.max=1", "spark.starvation.timeout=500ms");
      Gate gate = newGate();
      Running lucky = submit.gate(gate, AT).start("count", "gate:" + logs);
      gate.awaitArrival(lucky);
      Gate other = newGate();
      Running waiting = submit.gate(other, AT).start("count", "gate:" + logs);
      ProcessHandle executor = other.awaitArrival(waiting);

      lost.killMaster();
      executor.destroyForcibly();
      gate.letGo();

      assertThat(lucky.finish().code()).isZero();
      assertThat(waiting.firstLine())
          .startsWith("hitledger: no task has run for ")
          .endsWith(
              " seconds: no master answers at %s any more, so that no executor comes; start it again, or end the run; the run goes on waiting"
                  .formatted(lost.url()));
      waiting.signal("INT");
      waiting.finish();
    }
  }
}
