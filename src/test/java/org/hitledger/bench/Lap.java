package org.hitledger.bench;

import org.hitledger.bench.Contestant.Measurement;

/**
 * One run of one program.
 *
 * @param round which of the rounds, from 1
 * @param corpus what was counted
 * @param contestant by whom
 * @param measurement at which cost
 */
record Lap(int round, Corpus corpus, String contestant, Measurement measurement) {
  double seconds() {
    return measurement.seconds();
  }
}
