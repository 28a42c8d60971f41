package org.hitledger.count;

import org.hitledger.rules.Balance;
import org.hitledger.rules.Outcome;

/**
 * What a count comes to.
 *
 * @param balance lines by class, over all files
 * @param rows number of distinct paths; by periods, of the distinct paths of each
 * @param pathBytes bytes of the paths in all rows
 */
public record Audit(Balance balance, long rows, long pathBytes) {

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
