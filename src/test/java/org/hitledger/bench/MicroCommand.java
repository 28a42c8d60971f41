package org.hitledger.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The innermost part alone. */
@Command(
    name = "micro",
    description = "Measures parsing and classifying on one core, and writes DIR/micro.md.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class MicroCommand implements Callable<Integer> {
  private static final double MEGA = 1e6;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often to measure, and before that to warm up; default: ${DEFAULT-VALUE}.")
  int iterations;

  @Option(
      names = "--millis",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How long each time; default: ${DEFAULT-VALUE}.")
  int millis;

  @Mixin ReportFolder folder;

  @Override
  public Integer call() throws IOException, RunnerException {
    String report = markdown(new Runner(options()).run());
    folder.publish("micro.md", report);
    return 0;
  }

  private Options options() {
    return new OptionsBuilder()
        .include(LineBenchmark.class.getName())
        .forks(1)
        .warmupIterations(iterations)
        .warmupTime(TimeValue.milliseconds(millis))
        .measurementIterations(iterations)
        .measurementTime(TimeValue.milliseconds(millis))
        .shouldFailOnError(true)
        .build();
  }

  private static String markdown(Collection<RunResult> results) {
    return "Machine: "
        + Machine.name()
        + ". One thread; ± is the 99.9 % confidence interval.\n\n"
        + "| what | lines | million lines/s | MB/s |\n| --- | --- | --- | --- |\n"
        + results.stream().map(MicroCommand::row).collect(Collectors.joining());
  }

  private static String row(RunResult run) {
    SampleLines lines = SampleLines.valueOf(run.getParams().getParam("lines"));
    Result<?> result = run.getPrimaryResult();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.2f ± %.2f | %.0f |%n",
        result.getLabel(),
        lines.name().toLowerCase(Locale.ROOT),
        result.getScore() / MEGA,
        result.getScoreError() / MEGA,
        result.getScore() * lines.meanLength() / MEGA);
  }
}
