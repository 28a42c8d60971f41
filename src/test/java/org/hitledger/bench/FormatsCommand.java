package org.hitledger.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hitledger.logformat.LogFormats;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How fast each log format is read. */
@Command(
    name = "formats",
    description = "Measures the reading of each log format on one core, and writes DIR/formats.md.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FormatsCommand implements Callable<Integer> {
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

  @Option(
      names = "--forks",
      paramLabel = "N",
      defaultValue = "1",
      description = "In how many processes, one after the other; default: ${DEFAULT-VALUE}.")
  int forks;

  @Option(
      names = "--formats",
      paramLabel = "NAME",
      split = ",",
      description = "Which formats; default: all names, and the string that says combined.")
  List<String> formats = List.of();

  @Mixin ReportFolder folder;

  @Override
  public Integer call() throws IOException, RunnerException {
    String report = markdown(run(formats.isEmpty() ? all() : formats));
    folder.publish("formats.md", report);
    return 0;
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(LogFormats.names());
    all.add(all.indexOf("combined") + 1, FormatLines.COMBINED_STRING);
    return all;
  }

  private Collection<RunResult> run(List<String> wanted) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(FormatBenchmark.class.getName())
                .param("format", wanted.toArray(String[]::new))
                .forks(forks)
                .warmupIterations(iterations)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(millis))
                .shouldFailOnError(true)
                .build())
        .run();
  }

  private static String markdown(Collection<RunResult> results) {
    double combined =
        results.stream()
            .filter(run -> format(run).equals("combined"))
            .mapToDouble(FormatsCommand::score)
            .findFirst()
            .orElse(Double.NaN);
    return "Machine: "
        + Machine.name()
        + ". One thread; ± is the 99.9 % confidence interval.\n\n"
        + "| format | bytes a line | million lines/s | times the time of `combined` |\n| --- | --- | --- | --- |\n"
        + results.stream().map(run -> row(run, combined)).collect(Collectors.joining());
  }

  private static String row(RunResult run, double combined) {
    return String.format(
        Locale.ROOT,
        "| `%s` | %.0f | %.2f ± %.2f | %.2f |%n",
        format(run),
        FormatLines.of(format(run)).meanLength(),
        score(run) / MEGA,
        run.getPrimaryResult().getScoreError() / MEGA,
        combined / score(run));
  }

  private static String format(RunResult run) {
    return run.getParams().getParam("format");
  }

  private static double score(RunResult run) {
    return run.getPrimaryResult().getScore();
  }
}
