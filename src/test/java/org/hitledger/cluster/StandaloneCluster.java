package org.hitledger.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Spark's own standalone cluster on the loopback interface: a Master and Workers as processes,
 * started from the jars that Maven fetched, ended by their ids.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final Path HOME = Path.of("target/spark").toAbsolutePath();
  private static final Pattern MASTER_IS_UP =
      Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern PAGE_IS_UP =
      Pattern.compile("Bound MasterWebUI to \\S+, and started at (http://\\S+)");
  private static final Pattern WORKER_IS_UP =
      Pattern.compile("Successfully registered with master (spark://\\S+)");

  private final List<Process> processes = new ArrayList<>();
  private final Path work;
  private final List<String> settings;
  private final String url;
  private final String webPage;

  /**
   * Starts a master and its workers, and waits until they know each other.
   *
   * @param settings of Spark for all of them, each {@code name=value}
   */
  StandaloneCluster(Path work, int workers, String... settings) throws Exception {
    this.work = work;
    this.settings = List.of(settings);
    try {
      Iterator<String> master =
          start(
              List.of(MASTER_IS_UP, PAGE_IS_UP),
              "127.0.0.1",
              "org.apache.spark.deploy.master.Master",
              "--host",
              "127.0.0.1",
              "--port",
              "0",
              "--webui-port",
              "0");
      url = master.next();
      webPage = master.next();
      for (int i = 0; i < workers; i++) {
        addWorker();
      }
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  String url() {
    return url;
  }

  /** Runs on it, with executors that start quickly. */
  Submit submit() throws Exception {
    return Submit.with("--master", url).quick();
  }

  /** Where the master's page is. */
  String webPage() {
    return webPage;
  }

  /** Ends the master, and nobody else. */
  void killMaster() {
    processes.get(0).destroyForcibly().onExit().join();
  }

  /** Starts one more worker, with one core. */
  Process addWorker() throws Exception {
    // Each a host of its own, since Spark runs no copy of a task on the host of the first.
    String host = "127.0.0." + (processes.size() + 1);
    start(
        List.of(WORKER_IS_UP),
        host,
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        host,
        "--webui-port",
        "0",
        "--cores",
        "1",
        "--memory",
        "2g",
        "--work-dir",
        work.resolve("worker-" + processes.size()).toString(),
        url);
    return processes.get(processes.size() - 1);
  }

  private Iterator<String> start(List<Pattern> signs, String host, String... words)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(QuickStart.java(), QuickStart.javaOptions()));
    command.addAll(QuickStart.words(QuickStart.options()));
    settings.forEach(setting -> command.add("-D" + setting));
    command.addAll(List.of("-cp", QuickStart.CLASS_PATH));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_HOME", HOME.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", host);
    builder.environment().remove("SPARK_CONF_DIR");
    Process process = builder.start();
    processes.add(process);
    return await(signs, process);
  }

  /** Reads what the process logs, to the end; what the signs name is there when all were seen. */
  private static Iterator<String> await(List<Pattern> signs, Process process)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<CompletableFuture<String>> seen =
        signs.stream().map(sign -> new CompletableFuture<String>()).toList();
    var reader = new Thread(() -> read(process, signs, seen));
    reader.setDaemon(true);
    reader.start();
    CompletableFuture.allOf(seen.toArray(CompletableFuture<?>[]::new)).get(60, TimeUnit.SECONDS);
    return seen.stream().map(CompletableFuture::join).iterator();
  }

  private static void read(
      Process process, List<Pattern> signs, List<CompletableFuture<String>> seen) {
    try (BufferedReader log = process.inputReader()) {
      log.lines()
          .forEach(
              line -> {
                for (int i = 0; i < signs.size(); i++) {
                  found(signs.get(i), line).forEach(seen.get(i)::complete);
                }
              });
    } catch (IOException | UncheckedIOException e) {
      seen.forEach(sign -> sign.completeExceptionally(e));
    }
    seen.forEach(
        sign -> sign.completeExceptionally(new IllegalStateException("ended before it was up")));
  }

  private static Stream<String> found(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? Stream.of(matcher.group(1)) : Stream.empty();
  }

  /** Ends every process, executors included: they are the workers' children. */
  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
  }
}
