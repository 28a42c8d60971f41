package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a run costs before there is anything to count. */
@Command(
    name = "start",
    description =
        "Counts the samples with our job and lines with an empty Spark program, in turns, and writes"
            + " DIR/start.md.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class StartCommand implements Callable<Integer> {

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each runs; default: ${DEFAULT-VALUE}.")
  int rounds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many each may use; default: one a processor.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "Where results are written; default: ${DEFAULT-VALUE}.")
  Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path out = folder.resolve("start.txt");
    SubmitRun.build(out);
    EmptySpark empty = EmptySpark.trained(folder.resolve("empty-spark"), threads, out);
    var ours = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    for (int round = 0; round < rounds; round++) {
      double job = samples().run(out).seconds();
      double program = empty.command().run(out).seconds();
      ours.add(job);
      theirs.add(program);
      ratios.add(job / program);
    }
    String report =
        String.format(
            Locale.ROOT,
            "`./submit.sh count src/samples` %.2f s, an empty Spark program %.2f s, %.2f times as long"
                + " (medians of %d rounds)%n",
            new Numbers(ours).median(),
            new Numbers(theirs).median(),
            new Numbers(ratios).median(),
            rounds);
    Files.writeString(folder.resolve("start.md"), report);
    new PrintStream(System.out, true, UTF_8).print(report);
    return 0;
  }

  private org.hitledger.bench.Command samples() {
    return SubmitRun.submit(
        List.of("--master", "local[" + threads + "]"), "count", EmptySpark.SAMPLES);
  }
}
