package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whole processes against each other. */
@Command(
    name = "race",
    description = "Runs our job and others over generated logs, and writes DIR/report.md.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RaceCommand implements Callable<Integer> {

  @Option(
      names = "--corpora",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "S,L",
      description =
          "What is counted, of tiny, S, L, 10xS (10 times as many files) and L-10000 (the lines of L"
              + " in as many files); default: ${DEFAULT-VALUE}.")
  List<Corpus> corpora;

  @Option(
      names = "--contestants",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "hitledger,hitledger-warm,duckdb,awk,floor",
      description =
          "Who counts, of these and hitledger-4g, duckdb-short, for the table of all accesses"
              + " hitledger-hits and duckdb-hits, and for a page hitledger-report,"
              + " hitledger-report-hits and goaccess; default: ${DEFAULT-VALUE}.")
  List<String> contestants;

  @Mixin Turns turns;
  @Mixin ReportFolder folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    folder.make();
    List<Contestant> who = Contestants.on(turns.threads).labelled(contestants);
    List<CorpusFolder> what = prepare();
    var race = new Race(who, what, RaceCommand::show);
    Laps laps = new Laps(race.run(turns.rounds));
    Files.writeString(folder.resolve("laps.tsv"), tsv(laps));
    String report =
        new Report(laps, race.agreement(), what, who, turns.threads).markdown(Machine.name());
    folder.publish("report.md", report);
    return 0;
  }

  private List<CorpusFolder> prepare() throws IOException, InterruptedException {
    SubmitRun.build(folder.resolve("build.txt"));
    var folders = new ArrayList<CorpusFolder>();
    for (Corpus corpus : corpora) {
      System.err.println("corpus " + corpus.label());
      CorpusFolder files = CorpusFolder.in(folder.resolve("corpora"), corpus, turns.threads);
      files.bringIntoMemory();
      folders.add(files);
    }
    return folders;
  }

  private static void show(Lap lap) {
    System.err.print(tsv(lap));
  }

  private static String tsv(Laps laps) {
    return "round\tcorpus\tprogram\tseconds\tprocessor_seconds\tpeak_bytes\ttable_bytes\n"
        + laps.all().stream().map(RaceCommand::tsv).collect(Collectors.joining());
  }

  private static String tsv(Lap lap) {
    return String.format(
        Locale.ROOT,
        "%d\t%s\t%s\t%.3f\t%.3f\t%d\t%d%n",
        lap.round(),
        lap.corpus().label(),
        lap.contestant(),
        lap.seconds(),
        lap.measurement().processorSeconds(),
        lap.measurement().peakBytes(),
        lap.measurement().tableBytes());
  }
}
