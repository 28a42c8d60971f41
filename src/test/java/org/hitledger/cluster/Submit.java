package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs of {@code submit.sh} with the job that this build has packaged. */
record Submit(List<String> sparkOptions, Map<String, String> environment) {
  private static final String LOCAL_IP = "SPARK_LOCAL_IP";

  static Submit with(String... sparkOptions) {
    return new Submit(List.of(sparkOptions), Map.of());
  }

  /** The same with further settings of Spark, each {@code name=value}. */
  Submit conf(String... settings) {
    List<String> all = new ArrayList<>(sparkOptions);
    Stream.of(settings).forEach(setting -> all.addAll(List.of("--conf", setting)));
    return new Submit(all, environment);
  }

  /** The same with a further option of spark-submit. */
  Submit option(String name, String value) {
    List<String> all = new ArrayList<>(sparkOptions);
    all.addAll(List.of(name, value));
    return new Submit(all, environment);
  }

  /** The same with one more variable of its environment. */
  Submit environment(String name, String value) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(name, value);
    return new Submit(sparkOptions, Map.copyOf(all));
  }

  /** The same with another installation of Spark. */
  Submit withSparkHome(Path home) {
    return new Submit(sparkOptions, Map.of("SPARK_HOME", home.toString()));
  }

  /** The same with the defaults of a folder of settings, as a site has one. */
  Submit withConf(Path conf) {
    return new Submit(sparkOptions, Map.of("SPARK_CONF_DIR", conf.toString()));
  }

  /** The same without the address that tests otherwise give to Spark. */
  Submit withoutAddress() {
    return new Submit(sparkOptions, Map.of(LOCAL_IP, ""));
  }

  /** The same with executors that start quickly, and a driver that is not compiled twice. */
  Submit quick() throws IOException, InterruptedException {
    return conf(
        "spark.driver.extraJavaOptions=" + QuickStart.ONE_COMPILER,
        "spark.executor.extraJavaOptions=" + QuickStart.options(),
        "spark.executor.extraClassPath=" + QuickStart.CLASS_PATH);
  }

  /**
   * The same with the classes of these tests known to driver and executors, which start quickly.
   */
  Submit withTests() throws IOException, InterruptedException {
    String options = QuickStart.options();
    return conf(
        "spark.driver.extraJavaOptions=" + options,
        "spark.executor.extraJavaOptions=" + options,
        "spark.driver.extraClassPath=" + QuickStart.CLASS_PATH_WITH_TESTS,
        "spark.executor.extraClassPath=" + QuickStart.CLASS_PATH_WITH_TESTS);
  }

  /** The same with {@code gate:} known to driver and executors, and a gate at one call. */
  Submit gate(Gate gate, String at) throws IOException, InterruptedException {
    return withTests()
        .conf(
            "spark.hadoop.fs.gate.impl=" + GateFileSystem.class.getName(),
            "spark.hadoop.fs.AbstractFileSystem.gate.impl=" + GateFs.class.getName(),
            "spark.hadoop." + GateFileSystem.FOLDER + "=" + gate.folder(),
            "spark.hadoop." + GateFileSystem.AT + "=" + at);
  }

  /** Starts the job and does not wait for it. */
  Running start(Object... words) throws IOException {
    return start(command(words));
  }

  /** The same on a terminal, which shows both of its streams: the job's output has all. */
  Running startOnTerminal(Object... words) throws IOException {
    String command =
        command(words).stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    return start(List.of("script", "-qfec", command, "/dev/null"));
  }

  private List<String> command(Object... words) {
    // A shell makes what it starts in the background deaf to Ctrl-C, and so all that starts.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of("submit.sh").toAbsolutePath().toString());
    command.addAll(sparkOptions);
    command.add("--");
    Stream.of(words).map(Object::toString).forEach(command::add);
    return command;
  }

  private Running start(List<String> command) throws IOException {
    Packaged.mark();
    Path out = Files.createTempFile("submit", ".out");
    Path err = Files.createTempFile("submit", ".err");
    var builder =
        new ProcessBuilder(command)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("SPARK_HOME");
    builder.environment().put(LOCAL_IP, "127.0.0.1");
    builder.environment().putAll(environment);
    builder.environment().remove(LOCAL_IP, "");
    return new Running(builder.start(), out, err);
  }

  /** Runs the job to its end. */
  Finished run(Object... words) throws IOException, InterruptedException {
    return start(words).finish();
  }

  /** A job under way. */
  record Running(Process process, Path out, Path err) {
    /** Sends a signal, such as INT for Ctrl-C. */
    void signal(String name) throws IOException, InterruptedException {
      String pid = Long.toString(process.pid());
      if (new ProcessBuilder("kill", "-" + name, pid).start().waitFor() != 0) {
        throw new IOException("cannot send " + name + " to " + pid);
      }
    }

    /** Waits for what it says first to a person. */
    String firstLine() throws IOException {
      Process first =
          new ProcessBuilder(
                  "bash",
                  "-c",
                  "grep -m 1 -E '^(hitledger|submit.sh): ' <(tail -n +1 -f --pid=\"$1\" \"$2\")",
                  "first-line",
                  Long.toString(process.pid()),
                  err.toString())
              .start();
      return new String(first.getInputStream().readAllBytes(), UTF_8).strip();
    }

    Finished finish() throws IOException, InterruptedException {
      int code = process.waitFor();
      return new Finished(code, Files.readString(out), Files.readString(err));
    }
  }

  /** A job that has ended. */
  record Finished(int code, String out, String err) {}
}
