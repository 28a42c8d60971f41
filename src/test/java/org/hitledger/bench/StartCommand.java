package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a run costs before there is anything to count. */
@Command(
    name = "start",
    description =
        "Counts the samples with our job and lines with an empty Spark program, in turns, and writes"
            + " DIR/start.md.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class StartCommand implements Callable<Integer> {

  @Mixin Turns turns;
  @Mixin ReportFolder folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    folder.make();
    Path out = folder.resolve("start.txt");
    SubmitRun.build(out);
    EmptySpark empty = EmptySpark.trained(folder.resolve("empty-spark"), turns.threads, out);
    var ours = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    for (int round = 0; round < turns.rounds; round++) {
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
            turns.rounds);
    folder.publish("start.md", report);
    return 0;
  }

  private org.hitledger.bench.Command samples() {
    return SubmitRun.submit(
        List.of("--master", "local[" + turns.threads + "]"), "count", EmptySpark.SAMPLES);
  }
}
