package org.hitledger.simulation;

import java.nio.file.Path;

/**
 * Where a ledger is kept.
 *
 * @param word how a command line names it
 * @param local where its files can be read here
 * @param fetching brings them there, as they are now
 */
record LedgerPlace(String word, Path local, Runnable fetching) {

  /** On this machine, where there is nothing to bring. */
  static LedgerPlace here(Path folder) {
    return new LedgerPlace(folder.toString(), folder, () -> {});
  }

  void fetch() {
    fetching.run();
  }

  /** Whether its calls can be made to go wrong. */
  boolean isHere() {
    return word.equals(local.toString());
  }
}
