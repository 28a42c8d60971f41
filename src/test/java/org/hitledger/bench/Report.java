package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outcome of a race as Markdown, to be shown on a page as it is. */
record Report(
    Laps laps,
    Agreement agreement,
    List<CorpusFolder> corpora,
    List<Contestant> contestants,
    int threads) {
  private static final double MEGA = 1e6;

  String markdown(String machine) throws IOException {
    var text = new StringBuilder();
    text.append(
        """
        Machine: %s. %d threads each, files in the page cache, medians of %d rounds (least to most); \
        a ratio is the row's time divided by the column's in the same round, median of all rounds. \
        Peak memory is that of all processes of a program together (VmHWM). \
        Hits off are those too many or too few, of all paths together.
        """
            .formatted(machine, threads, laps.rounds()));
    for (Contestant contestant : contestants) {
      text.append("\n- %s: %s".formatted(contestant.label(), contestant.about()));
    }
    text.append('\n');
    for (CorpusFolder corpus : corpora) {
      text.append('\n').append(title(corpus)).append("\n\n").append(table(corpus.corpus()));
    }
    return text.append(scaling()).toString();
  }

  private static String title(CorpusFolder folder) throws IOException {
    long raw = 0;
    long stored = 0;
    for (var file : folder.files()) {
      raw += CorpusFolder.rawBytes(file);
      stored += Files.size(file);
    }
    return format(
        "%s: %,d files, %.0f MB gzip, %,.0f MB raw, %,d lines",
        folder.corpus().label(),
        folder.files().size(),
        stored / MEGA,
        raw / MEGA,
        folder.corpus().lines());
  }

  private String table(Corpus corpus) {
    List<String> labels = laps.contestants();
    var rows = new ArrayList<List<String>>();
    rows.add(
        row(
            Stream.of("program", "seconds", "processor seconds", "peak MB", "table MB", "hits off"),
            labels.stream().map(label -> "÷ " + label)));
    for (String label : labels) {
      rows.add(
          row(
              Stream.of(
                  label,
                  spread(laps.seconds(corpus, label)),
                  format("%.1f", laps.processorSeconds(corpus, label).median()),
                  megabytes(laps.peakBytes(corpus, label).median(), "unknown"),
                  megabytes(laps.tableBytes(corpus, label).median(), ""),
                  hitsOff(corpus, label)),
              labels.stream().map(other -> ratio(corpus, label, other))));
    }
    return markdown(rows);
  }

  private static String megabytes(double bytes, String ifNone) {
    return bytes == 0 ? ifNone : format("%,.0f", bytes / MEGA);
  }

  private String hitsOff(Corpus corpus, String label) {
    OptionalLong hits = agreement.hitsOff(corpus, label);
    return hits.isPresent() ? format("%,d", hits.getAsLong()) : "unknown";
  }

  private String ratio(Corpus corpus, String label, String other) {
    return label.equals(other) ? "" : format("%.2f", laps.ratio(corpus, label, other).median());
  }

  /** How time grows from the first corpus that is not tiny to each of the others. */
  private String scaling() {
    List<Corpus> all = laps.corpora().stream().filter(corpus -> corpus != Corpus.TINY).toList();
    if (all.size() < 2) {
      return "";
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("program", "corpora", "time", "time without what tiny takes"));
    for (String label : laps.contestants()) {
      for (Corpus other : all.subList(1, all.size())) {
        rows.add(scalingRow(label, other, all.get(0)));
      }
    }
    return "\nHow many times as long a corpus takes as another:\n\n" + markdown(rows);
  }

  private List<String> scalingRow(String label, Corpus one, Corpus other) {
    boolean hasTiny = laps.corpora().contains(Corpus.TINY);
    return List.of(
        label,
        one.label() + " ÷ " + other.label(),
        spread(laps.growth(label, one, other)),
        hasTiny ? spread(laps.netGrowth(label, one, other, Corpus.TINY)) : "not measured");
  }

  private static List<String> row(Stream<String> first, Stream<String> then) {
    return Stream.concat(first, then).toList();
  }

  private static String spread(Numbers numbers) {
    return format("%.2f (%.2f–%.2f)", numbers.median(), numbers.least(), numbers.most());
  }

  /** The first row is the head. */
  private static String markdown(List<List<String>> rows) {
    List<String> lines =
        rows.stream()
            .map(cells -> "| " + String.join(" | ", cells) + " |\n")
            .collect(Collectors.toCollection(ArrayList::new));
    lines.add(1, "| --- ".repeat(rows.get(0).size()) + "|\n");
    return String.join("", lines);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
