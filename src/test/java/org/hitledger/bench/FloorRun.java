package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The least that plain Java needs: inflate, look at each byte, count in a hash map. It knows
 * neither clusters nor damage nor balances.
 *
 * @param threads how many files at a time
 */
record FloorRun(int threads) implements Contestant {

  @Override
  public String label() {
    return "floor";
  }

  @Override
  public String about() {
    return "plain Java: GZIPInputStream, a byte scan, HashMap";
  }

  @Override
  public Measurement count(CorpusFolder corpus, Path out) throws IOException, InterruptedException {
    return Command.java(FloorMain.class, List.of(ClassPath.ofTests()), threads, corpus.folder())
        .run(out)
        .measurement();
  }
}
