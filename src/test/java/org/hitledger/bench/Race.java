package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.hitledger.bench.Contestant.Measurement;

/**
 * Every program counts every corpus once a round, so that what slows the machine for a while slows
 * all of them; and each round starts with another one. All that are exact must come to the same
 * counts.
 */
final class Race {
  private final List<Contestant> contestants;
  private final List<CorpusFolder> corpora;
  private final Consumer<Lap> watcher;
  private final Agreement agreement = new Agreement();

  Race(List<Contestant> contestants, List<CorpusFolder> corpora, Consumer<Lap> watcher) {
    this.contestants = contestants;
    this.corpora = corpora;
    this.watcher = watcher;
  }

  List<Lap> run(int rounds) throws IOException, InterruptedException {
    var laps = new ArrayList<Lap>();
    var order = new ArrayList<>(contestants);
    for (int round = 1; round <= rounds; round++) {
      for (CorpusFolder corpus : corpora) {
        for (Contestant contestant : order) {
          laps.add(lap(round, corpus, contestant));
        }
      }
      Collections.rotate(order, 1);
    }
    return laps;
  }

  /** About those that have run. */
  Agreement agreement() {
    return agreement;
  }

  private Lap lap(int round, CorpusFolder corpus, Contestant contestant)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("bench", ".tsv");
    try {
      Measurement measurement = contestant.count(corpus, out);
      if (contestant.listsCounts()) {
        agreement.add(corpus.corpus(), contestant, Files.readAllLines(out));
      }
      var lap = new Lap(round, corpus.corpus(), contestant.label(), measurement);
      watcher.accept(lap);
      return lap;
    } finally {
      Files.delete(out);
    }
  }
}
