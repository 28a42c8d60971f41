package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.hitledger.bench.Contestant.Measurement;
import org.hitledger.cli.Hitledger;
import org.hitledger.spark.Session;
import org.hitledger.spark.SizedSettings;

/** Counts twice in one session, shows the second result and says how long that took. */
final class WarmMain {
  private static final Pattern HEARD =
      Pattern.compile("second count: ([0-9.]+) s, processors: ([0-9.]+) s");

  private WarmMain() {}

  public static void main(String[] args) throws IOException {
    useDefaultsOfTheProject();
    count(args[0], new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    long start = System.nanoTime();
    long processorStart = processorNanos();
    count(args[0], new PrintStream(System.out, false, UTF_8));
    System.err.printf(
        Locale.ROOT,
        "second count: %.3f s, processors: %.3f s%n",
        (System.nanoTime() - start) / 1e9,
        (processorNanos() - processorStart) / 1e9);
    SparkSession.active().stop();
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** What {@link #main} has said on standard error. */
  static Measurement measurement(String err, long peakBytes) {
    Matcher heard = HEARD.matcher(err);
    if (!heard.find()) {
      throw new IllegalStateException("no times in: " + err);
    }
    return new Measurement(
        Double.parseDouble(heard.group(1)), Double.parseDouble(heard.group(2)), peakBytes);
  }

  private static void useDefaultsOfTheProject() throws IOException {
    try (Reader in = Files.newBufferedReader(Path.of("conf/spark-defaults.conf"))) {
      var defaults = new Properties();
      defaults.load(in);
      defaults.forEach(
          (name, value) -> System.getProperties().putIfAbsent(name, value.toString().strip()));
    }
  }

  private static void count(String corpus, PrintStream out) {
    Session.Source oneForAll =
        (settings, inputs) ->
            new Session(
                SparkSession.builder()
                    .config(SizedSettings.sizedFor(inputs, settings))
                    .getOrCreate(),
                () -> {});
    int code =
        new Hitledger(out, System.err, oneForAll)
            .run("count", "--top", "all", "--format", "tsv", corpus);
    if (code != 0) {
      throw new IllegalStateException("exit code " + code);
    }
  }
}
