package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The same corpus gives the same rows, wherever it runs and whoever is killed meanwhile. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StandaloneClusterIT {
  private static final long SEED = Long.getLong("hitledger.seed", System.nanoTime());

  private static final String DRIVER = "submit\\.sh: (driver-[0-9-]+)";
  private static final String WRITTEN =
      "\\1/stderr in the work folder of (worker-[0-9.-]+|its worker, which the web page of \\S+ names)\n";

  private Path folder;
  private Path logs;
  private StandaloneCluster cluster;
  private Results expected;
  private int gates;

  @BeforeAll
  void startCluster(@TempDir Path temp) throws Exception {
    System.out.println("StandaloneClusterIT: -Dhitledger.seed=" + SEED);
    folder = temp;
    logs = CorpusOnDisk.write(temp.resolve("logs"), SEED);
    Finished local = Submit.with("--master", "local[1]").run(count(temp.resolve("local-1"), logs));
    assertThat(local.code()).as(local.err()).isZero();
    expected = Results.in(temp.resolve("local-1"));
    cluster = new StandaloneCluster(temp.resolve("work"), 2);
  }

  @AfterAll
  void stopCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static Object[] count(Object output, Object... inputs) {
    return Stream.concat(Stream.of("count", "--output", output), Stream.of(inputs)).toArray();
  }

  private Submit onCluster() throws Exception {
    return cluster.submit();
  }

  private Gate newGate() throws Exception {
    return Gate.in(folder.resolve("gate-" + gates++));
  }

  private void assertExpected(Finished run, Path output) {
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Results.in(output)).isEqualTo(expected);
  }

  @Test
  void four_local_cores_give_the_same_rows() throws Exception {
    Path output = folder.resolve("local-4");
    assertExpected(Submit.with("--master", "local[4]").run(count(output, logs)), output);
  }

  @Test
  void a_cluster_gives_the_same_rows() throws Exception {
    Path output = folder.resolve("cluster");
    Finished run = onCluster().run(count(output, logs));
    assertExpected(run, output);
    assertThat(run.out()).startsWith("count  path\n");
  }

  @Test
  void a_cluster_gives_the_same_hits() throws Exception {
    Path local = folder.resolve("hits-local");
    Path output = folder.resolve("hits-cluster");
    Finished one = Submit.with("--master", "local[1]").run("hits", "--output", local, logs);
    Finished run = onCluster().run("hits", "--output", output, logs);
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Results.hitsIn(output)).isNotEmpty().isEqualTo(Results.hitsIn(local));
  }

  /** They have our jar alone, and the list as it was read on the driver. */
  @Test
  void executors_tell_crawlers_as_a_local_run_does() throws Exception {
    Path hits = folder.resolve("hits-of-samples");
    Submit local = Submit.with("--master", "local[1]");
    assertThat(local.run("hits", "--output", hits, "src/samples").code()).isZero();
    Object[] query = {
      "sql", "SELECT crawler, crawler_kind, count(*) FROM hits GROUP BY 1, 2 ORDER BY 1", hits
    };

    assertThat(onCluster().run(query).out())
        .contains("Googlebot")
        .isEqualTo(local.run(query).out());
    assertThat(onCluster().run("count", "--crawlers", "--top=1", "src/samples").out())
        .isEqualTo("count  path\n   59  /book/python-2.6/html/p02/p02c10_adv_seq.html\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "cluster"})
  void an_installed_spark_submits_to_the_cluster_too(String deployMode) throws Exception {
    Path home = Files.createDirectories(folder.resolve("spark home " + deployMode));
    Files.createSymbolicLink(home.resolve("jars"), Path.of("target/spark/jars").toAbsolutePath());
    Path output = folder.resolve("installed-" + deployMode);
    Finished run =
        Submit.with("--master", cluster.url(), "--deploy-mode", deployMode)
            .withSparkHome(SparkHome.in(home))
            .run(count(output, logs));
    assertExpected(run, output);
  }

  private Submit hosted() throws Exception {
    return onCluster().option("--deploy-mode", "cluster");
  }

  @Test
  void in_cluster_deploy_mode_a_run_ends_well_or_its_end_is_one_line() throws Exception {
    Path output = folder.resolve("cluster-mode");
    Finished run = hosted().run(count(output, logs));
    assertThat(run).isEqualTo(new Finished(0, "", ""));
    assertExpected(run, output);

    Path missing = folder.resolve("cluster-mode-failed");
    assertThat(lineOf(hosted().run(count(missing, folder.resolve("no-logs")))))
        .matches(DRIVER + " has failed; what it wrote: " + WRITTEN);
    assertThat(missing).doesNotExist();
  }

  /** Whoever runs what has failed again must not run this again. */
  @Test
  void in_cluster_deploy_mode_what_was_salvaged_is_a_success() throws Exception {
    Path damaged = Files.createDirectories(folder.resolve("damaged")).resolve("access.log.gz");
    byte[] whole = Files.readAllBytes(Path.of("src/samples/access.log-20120601.gz"));
    Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));
    Path output = folder.resolve("salvaged");
    Finished run = hosted().run("count", "--on-damage=salvage", "--output", output, damaged);
    assertThat(run).isEqualTo(new Finished(0, "", ""));
    assertThat(output.resolve("run.json")).content().contains("\"damaged\"");
  }

  @Test
  void a_driver_on_the_cluster_that_is_lost_is_one_line() throws Exception {
    Path output = folder.resolve("lost-driver");
    Gate gate = newGate();
    Running run = hosted().gate(gate, "open:access.log-3").start(count(output, "gate:" + logs));
    gate.awaitArrival(run);
    ProcessHandle.allProcesses()
        .filter(process -> isDriverOf(process, output))
        .forEach(ProcessHandle::destroyForcibly);
    assertThat(lineOf(run.finish())).matches(DRIVER + " has failed; what it wrote: " + WRITTEN);
    assertThat(output).doesNotExist();
  }

  private static boolean isDriverOf(ProcessHandle process, Path output) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("worker.DriverWrapper") && line.contains(output.toString()))
        .isPresent();
  }

  private static String lineOf(Finished run) {
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    return run.err();
  }

  @Test
  void an_executor_killed_while_it_reads_changes_nothing() throws Exception {
    Path output = folder.resolve("executor-reads");
    Gate gate = newGate();
    Running run = onCluster().gate(gate, "open:access.log-3").start(count(output, "gate:" + logs));
    gate.awaitArrival(run).destroyForcibly();
    assertExpected(run.finish(), output);
  }

  @Test
  void an_executor_killed_while_it_writes_makes_stages_run_again_and_changes_nothing()
      throws Exception {
    Path output = folder.resolve("executor-writes");
    Gate gate = newGate();
    Running run = onCluster().gate(gate, "create:path_counts").start(count("gate:" + output, logs));
    // With the executor go the map outputs and the cached rows that it held.
    gate.awaitArrival(run).destroyForcibly();
    assertExpected(run.finish(), output);
  }

  @Test
  void an_executor_killed_in_an_update_enters_each_line_once() throws Exception {
    Path ledger = folder.resolve("ledger");
    Path once = folder.resolve("hits-once");
    Gate gate = newGate();
    Object[] update = {"update", "--ledger", ledger, "gate:" + logs};
    Running run = onCluster().gate(gate, "open:access.log-3").start(update);
    gate.awaitArrival(run).destroyForcibly();

    Finished first = run.finish();
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).startsWith("added 24,000 lines (logs: 6, ").endsWith(" 000001\n");
    Gate open = new Gate(Files.createDirectories(folder.resolve("open-gate")));
    Finished next = onCluster().gate(open, "never:").run(update);
    assertThat(next).isEqualTo(new Finished(0, "", ""));
    Finished hits = onCluster().gate(open, "never:").run("hits", "--output", once, "gate:" + logs);
    assertThat(hits.code()).as(hits.err()).isZero();
    assertThat(Results.hitsIn(ledger.resolve("segments/000001")))
        .isNotEmpty()
        .isEqualTo(Results.hitsIn(once));
  }

  @Test
  void a_worker_killed_changes_nothing() throws Exception {
    Process victim = cluster.addWorker();
    Path output = folder.resolve("worker");
    Gate gate = newGate();
    Running run = onCluster().gate(gate, "open:access.log-2").start(count(output, "gate:" + logs));
    ProcessHandle executor = gate.awaitArrival(run);
    ProcessHandle worker = executor.parent().orElseThrow();
    executor.destroyForcibly();
    worker.destroyForcibly();
    assertExpected(run.finish(), output);
    if (worker.pid() != victim.pid()) {
      victim.descendants().forEach(ProcessHandle::destroyForcibly);
      victim.destroyForcibly();
      cluster.addWorker();
    }
  }

  @Test
  void a_speculative_copy_of_a_stuck_task_is_counted_once() throws Exception {
    Path output = folder.resolve("speculation");
    Gate gate = newGate();
    Running run =
        onCluster()
            .conf(
                "spark.speculation=true",
                "spark.speculation.interval=100ms",
                "spark.speculation.quantile=0.5",
                "spark.speculation.multiplier=1.01")
            .gate(gate, "open:access.log-1")
            .start(count(output, "gate:" + logs));
    gate.awaitArrival(run);
    // The gate stays shut: only the copy of the task can end the stage.
    assertExpected(run.finish(), output);
  }

  @Test
  void an_unreachable_master_is_one_line() throws Exception {
    Finished run = Submit.with("--master", "spark://127.0.0.1:1").run("count", logs);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "hitledger: no master answers at spark://127.0.0.1:1; check the address, and that the"
                + " master runs\n");
  }
}
