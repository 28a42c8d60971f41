package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.yarn.api.records.ApplicationId;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.FinalApplicationStatus;
import org.apache.hadoop.yarn.api.records.LogAggregationStatus;
import org.apache.hadoop.yarn.api.records.YarnApplicationState;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.conf.YarnConfiguration;

/**
 * YARN with HDFS in a process of its own, containers in theirs, and an installation of Spark that
 * knows YARN. What YARN says of an application is asked of YARN.
 */
final class YarnCluster implements AutoCloseable {
  /** What Hadoop's script {@code yarn} runs for the words that may come first. */
  private static final Map<String, String> COMMANDS =
      Map.of("application", "ApplicationCLI", "logs", "LogsCLI", "node", "NodeCLI");

  private final Path folder;
  private final Process process;
  private final Path home;
  private final YarnConfiguration conf = new YarnConfiguration();
  private final YarnClient client = YarnClient.createYarnClient();

  /** Starts it, and waits until it can start containers. */
  YarnCluster(Path folder) throws Exception {
    this.folder = Files.createDirectories(folder);
    this.home = sparkHome(Files.createDirectories(folder.resolve("spark")));
    this.process = start();
    try {
      awaitUp().get(120, TimeUnit.SECONDS);
      for (String file : List.of("core-site.xml", "yarn-site.xml")) {
        conf.addResource(new org.apache.hadoop.fs.Path(site().resolve(file).toUri()));
      }
      client.init(conf);
      client.start();
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  private static Path sparkHome(Path home) throws Exception {
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String source : List.of("target/spark/jars", "target/yarn/client")) {
      try (Stream<Path> all = Files.list(Path.of(source).toAbsolutePath())) {
        for (Path jar : all.toList()) {
          Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
      }
    }
    return SparkHome.quickIn(home);
  }

  private Process start() throws Exception {
    var builder =
        new ProcessBuilder(
                QuickStart.java(),
                QuickStart.javaOptions(),
                "-Xmx1g",
                "-cp",
                Path.of("target/yarn/servers").toAbsolutePath() + "/*:" + classPath(),
                YarnClusterMain.class.getName(),
                folder.toString())
            .directory(folder.toFile())
            .redirectError(folder.resolve("yarn.err").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  /** Of the tests; surefire hides it behind a jar that only names it. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private CompletableFuture<String> awaitUp() {
    var up = new CompletableFuture<String>();
    var reader =
        new Thread(
            () -> {
              try (BufferedReader log = process.inputReader()) {
                log.lines()
                    .filter(line -> line.startsWith(YarnClusterMain.IS_UP))
                    .forEach(up::complete);
              } catch (java.io.IOException | UncheckedIOException e) {
                up.completeExceptionally(e);
              }
              up.completeExceptionally(
                  new IllegalStateException("ended before it was up; see " + folder));
            });
    reader.setDaemon(true);
    reader.start();
    return up;
  }

  private Path site() {
    return folder.resolve("conf");
  }

  /** Its file system. */
  FileSystem hdfs() throws Exception {
    return FileSystem.get(conf);
  }

  /** Runs on it, with one executor. */
  Submit submit(String deployMode) throws Exception {
    String options = QuickStart.options();
    // Where it is the driver, it has the driver's; and Spark warns of these.
    String[] ofMaster =
        deployMode.equals("client")
            ? new String[] {"spark.yarn.am.extraJavaOptions=" + options}
            : new String[0];
    return new Submit(
            List.of("--master", "yarn", "--deploy-mode", deployMode),
            Map.of("SPARK_HOME", home.toString(), "HADOOP_CONF_DIR", site().toString()))
        .conf(
            "spark.yarn.jars=local:" + home.resolve("jars") + "/*",
            "spark.yarn.appMasterEnv.SPARK_LOCAL_IP=127.0.0.1",
            "spark.executorEnv.SPARK_LOCAL_IP=127.0.0.1",
            "spark.driver.extraJavaOptions=" + options,
            "spark.executor.extraJavaOptions=" + options,
            "spark.driver.extraClassPath=" + QuickStart.CLASS_PATH,
            "spark.executor.extraClassPath=" + QuickStart.CLASS_PATH,
            "spark.yarn.report.interval=200ms",
            "spark.yarn.scheduler.heartbeat.interval-ms=200",
            "spark.executor.instances=1",
            "spark.executor.memory=512m")
        .conf(ofMaster);
  }

  /** What YARN knows of the application that came last. */
  ApplicationReport last() throws Exception {
    return client.getApplications().stream()
        .max(Comparator.comparing(ApplicationReport::getApplicationId))
        .orElseThrow();
  }

  /** Ends the application that waits in a queue, as soon as there is one, and gives its name. */
  String killIn(String queue) throws Exception {
    Optional<ApplicationReport> waiting = Optional.empty();
    while (waiting.isEmpty()) {
      waiting =
          client.getApplications(EnumSet.of(YarnApplicationState.ACCEPTED)).stream()
              .filter(application -> application.getQueue().endsWith(queue))
              .findFirst();
    }
    client.killApplication(waiting.get().getApplicationId());
    return waiting.get().getApplicationId().toString();
  }

  /** Ends the application that came last, as a person does with {@code yarn application -kill}. */
  String kill() throws Exception {
    ApplicationId id = last().getApplicationId();
    client.killApplication(id);
    return id.toString();
  }

  /** Waits until the application that came last has ended, and gives what YARN says then. */
  ApplicationReport awaitEnd() throws Exception {
    ApplicationReport application = last();
    while (application.getFinalApplicationStatus() == FinalApplicationStatus.UNDEFINED) {
      application = client.getApplicationReport(application.getApplicationId());
    }
    return application;
  }

  /** Waits until the logs of the application that came last are where a person finds them. */
  void awaitLogs() throws Exception {
    ApplicationReport application = awaitEnd();
    while (application.getLogAggregationStatus() != LogAggregationStatus.SUCCEEDED) {
      application = client.getApplicationReport(application.getApplicationId());
    }
  }

  /** What a command of Hadoop's {@code yarn} prints, as a message of ours has it. */
  String told(String command) throws Exception {
    List<String> words = List.of(command.split(" ", -1));
    var all = new ArrayList<>(List.of(QuickStart.java(), QuickStart.javaOptions()));
    all.addAll(QuickStart.words(QuickStart.options()));
    // What of Hadoop Spark's jars are without, those of its servers have.
    all.addAll(List.of("-cp", QuickStart.CLASS_PATH + ":" + classPath() + ":" + site()));
    all.add("org.apache.hadoop.yarn.client.cli." + COMMANDS.get(words.get(1)));
    // The class for applications asks for the word again.
    all.addAll(words.subList(words.get(1).equals("application") ? 1 : 2, words.size()));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  /** The process of the application master that runs; in cluster mode the driver. */
  ProcessHandle applicationMaster() {
    return process.descendants().filter(YarnCluster::isApplicationMaster).findFirst().orElseThrow();
  }

  /** The shell that starts it has it in its command, too. */
  private static boolean isApplicationMaster(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    return info.command().filter(command -> command.endsWith("/java")).isPresent()
        && info.commandLine().filter(line -> line.contains("yarn.ApplicationMaster")).isPresent();
  }

  /** Whether a container has a file of this name in its working folder. */
  boolean hasInContainer(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(
          file ->
              file.endsWith(name)
                  && file.getParent().getFileName().toString().startsWith("container_"));
    }
  }

  /** How often its application master was started. */
  int attempts(ApplicationReport application) throws Exception {
    return client.getApplicationAttempts(application.getApplicationId()).size();
  }

  @Override
  public void close() {
    client.stop();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
