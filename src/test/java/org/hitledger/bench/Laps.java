package org.hitledger.bench;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** All runs of a race, to be asked about. Ratios are taken within a round, and then the median. */
record Laps(List<Lap> all) {

  Laps {
    all = List.copyOf(all);
  }

  List<Corpus> corpora() {
    return all.stream().map(Lap::corpus).distinct().toList();
  }

  List<String> contestants() {
    return all.stream().map(Lap::contestant).distinct().toList();
  }

  int rounds() {
    return all.stream().mapToInt(Lap::round).max().orElse(0);
  }

  Numbers seconds(Corpus corpus, String contestant) {
    return perRound(round -> lap(round, corpus, contestant).seconds());
  }

  Numbers processorSeconds(Corpus corpus, String contestant) {
    return perRound(round -> lap(round, corpus, contestant).measurement().processorSeconds());
  }

  Numbers peakBytes(Corpus corpus, String contestant) {
    return perRound(round -> lap(round, corpus, contestant).measurement().peakBytes());
  }

  Numbers tableBytes(Corpus corpus, String contestant) {
    return perRound(round -> lap(round, corpus, contestant).measurement().tableBytes());
  }

  /** How many times as long as another program one takes. */
  Numbers ratio(Corpus corpus, String one, String other) {
    return perRound(
        round -> lap(round, corpus, one).seconds() / lap(round, corpus, other).seconds());
  }

  /** How many times as long as for another corpus a program takes for one. */
  Numbers growth(String contestant, Corpus one, Corpus other) {
    return perRound(
        round -> lap(round, one, contestant).seconds() / lap(round, other, contestant).seconds());
  }

  /**
   * The same for what is left without what {@code nothing} takes, a corpus that is hardly there.
   */
  Numbers netGrowth(String contestant, Corpus one, Corpus other, Corpus nothing) {
    return perRound(
        round -> {
          double fixed = lap(round, nothing, contestant).seconds();
          return (lap(round, one, contestant).seconds() - fixed)
              / (lap(round, other, contestant).seconds() - fixed);
        });
  }

  private Numbers perRound(IntToDoubleFunction number) {
    return new Numbers(IntStream.rangeClosed(1, rounds()).mapToDouble(number).boxed().toList());
  }

  private Lap lap(int round, Corpus corpus, String contestant) {
    return all.stream()
        .filter(lap -> lap.round() == round)
        .filter(lap -> lap.corpus() == corpus)
        .filter(lap -> lap.contestant().equals(contestant))
        .findAny()
        .orElseThrow();
  }
}
