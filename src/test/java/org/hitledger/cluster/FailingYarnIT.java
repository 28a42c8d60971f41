package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.yarn.api.records.FinalApplicationStatus;
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

/** What YARN takes from a run, or a person by it, is told in one line. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FailingYarnIT {
  private static final String LOGS = "gate:" + Path.of("src/samples").toAbsolutePath();
  private static final String CLASSES = Path.of("target/test-classes").toAbsolutePath().toString();
  private static final String AT = "open:access.log-20120602";
  private static final String NEXT = ", and run again; nothing was published\n";

  private Path folder;
  private YarnCluster yarn;
  private int gates;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    folder = temp;
    yarn = new YarnCluster(temp.resolve("yarn"));
  }

  @AfterAll
  void stop() {
    if (yarn != null) {
      yarn.close();
    }
  }

  /** A run one of whose executors stands at a gate. */
  private Running standing(Submit submit) throws Exception {
    Gate gate = Gate.in(folder.resolve("gate-" + gates++));
    // What spark-submit has of a driver's class path in client mode, whose settings come too late.
    Running run =
        submit.gate(gate, AT).environment("SPARK_DIST_CLASSPATH", CLASSES).start("count", LOGS);
    gate.awaitArrival(run);
    return run;
  }

  private void assertYarnSays(FinalApplicationStatus status) throws Exception {
    assertThat(yarn.awaitEnd().getFinalApplicationStatus()).isEqualTo(status);
  }

  private static String line(Finished run) {
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1);
    return run.err();
  }

  @Test
  void an_application_that_a_person_kills() throws Exception {
    Running client = standing(yarn.submit("client"));
    String application = yarn.kill();
    assertThat(line(client.finish()))
        .isEqualTo(
            "hitledger: the application %1$s was ended while it ran, by a person or by the cluster; see yarn logs -applicationId %1$s%2$s"
                .formatted(application, NEXT));
    assertYarnSays(FinalApplicationStatus.KILLED);
  }

  @Test
  void an_application_in_cluster_mode_that_a_person_kills() throws Exception {
    Path sent = Files.writeString(folder.resolve("sent.txt"), "along");
    Running cluster = standing(yarn.submit("cluster").option("--files", sent.toString()));
    assertThat(yarn.hasInContainer("sent.txt")).isTrue();
    String application = yarn.kill();
    assertThat(line(cluster.finish()))
        .isEqualTo(
            "submit.sh: Application %1$s is killed; what it wrote: yarn logs -applicationId %1$s\n"
                .formatted(application));
    assertYarnSays(FinalApplicationStatus.KILLED);
  }

  @Test
  void a_driver_that_is_lost() throws Exception {
    Running run = standing(yarn.submit("cluster"));
    yarn.applicationMaster().destroyForcibly();
    assertThat(line(run.finish()))
        .startsWith("submit.sh: Application application_")
        .contains(" finished with failed status (Application application_", "exitCode: 137); what")
        .contains("it wrote: yarn logs -applicationId application_");
    assertYarnSays(FinalApplicationStatus.FAILED);
  }

  @Test
  void a_run_in_client_mode_that_a_person_stops() throws Exception {
    Running run = standing(yarn.submit("client"));
    run.signal("INT");
    Finished finished = run.finish();
    assertThat(finished.code()).as(finished.err()).isEqualTo(130);
    assertThat(finished.err()).isEqualTo("hitledger: stopped; nothing was published\n");
    assertYarnSays(FinalApplicationStatus.FAILED);
  }

  @Test
  void a_run_in_client_mode_that_is_killed() throws Exception {
    Running run = standing(yarn.submit("client"));
    run.process().descendants().forEach(ProcessHandle::destroyForcibly);
    run.process().destroyForcibly();
    assertThat(run.finish().code()).isEqualTo(137);
    assertYarnSays(FinalApplicationStatus.FAILED);
  }

  /** With so little beside its heap an executor is over its limit as soon as it reads. */
  @Test
  void executors_that_take_more_memory_than_their_containers_have() throws Exception {
    String options = QuickStart.options() + " -XX:MaxDirectMemorySize=1g";
    Finished run =
        yarn.submit("client")
            .conf(
                "spark.executor.memoryOverhead=1m",
                "spark.executor.extraJavaOptions=" + options,
                "spark.executor.extraClassPath=" + QuickStart.CLASS_PATH_WITH_TESTS,
                "spark.task.maxFailures=2",
                "spark.hadoop.fs.dying.impl=" + DyingFileSystem.class.getName(),
                "spark.hadoop." + DyingFileSystem.BY + "=" + DyingFileSystem.CONTAINER)
            .environment("SPARK_DIST_CLASSPATH", CLASSES)
            .run("count", LOGS.replace("gate:", "dying:"));
    assertThat(line(run))
        .startsWith("hitledger: the run has lost 2 executors, the last one executor ")
        .contains("exceeding physical memory limits")
        .contains("(it took more memory than the cluster allows it); its log: http://")
        .contains("; give executors room beside their heap (spark.executor.memoryOverhead)")
        .endsWith(NEXT);
    assertYarnSays(FinalApplicationStatus.FAILED);
  }

  /** Java refuses a heap that is larger at first than at most. */
  @Test
  void executors_that_cannot_start() throws Exception {
    Finished run =
        yarn.submit("client")
            .conf("spark.executor.extraJavaOptions=-Xms1g")
            .run("count", LOGS.replace("gate:", "file:"));
    assertThat(line(run))
        .isEqualTo(
            "hitledger: the application has ended before an executor came up, as when they cannot start or a person kills it; yarn application -list -appStates ALL has its ID, and yarn logs -applicationId ID what they wrote\n");
    assertYarnSays(FinalApplicationStatus.FAILED);
    String application = yarn.last().getApplicationId().toString();
    assertThat(yarn.told("yarn application -list -appStates ALL")).contains(application);
    yarn.awaitLogs();
    assertThat(yarn.told("yarn logs -applicationId " + application))
        .contains("Initial heap size set to a larger value than the maximum heap size");
  }
}
