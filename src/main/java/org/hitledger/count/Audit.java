package org.hitledger.count;

import org.hitledger.rules.Balance;
import org.hitledger.rules.Outcome;

/**
 * What a count comes to.
 *
 * @param balance lines by class, over all files
 * @param paths number of distinct paths
 * @param pathBytes bytes of all of them
 */
public record Audit(Balance balance, long paths, long pathBytes) {

  /**
   * The same, if the two sides of the ledger agree.
   *
   * @param hits the hits of all paths
   * @return this
   * @throws IllegalStateException if the hits are not the lines counted
   */
  Audit requireHits(long hits) {
    if (balance.of(Outcome.COUNTED) != hits) {
      throw new IllegalStateException(
          "the balance does not add up: %d lines counted, but %d hits on paths"
              .formatted(balance.of(Outcome.COUNTED), hits));
    }
    return this;
  }
}
