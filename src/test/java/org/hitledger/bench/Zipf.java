package org.hitledger.bench;

import java.util.Arrays;

/** Chance by Zipf's law, as pages and clients of a site have it: rank r comes 1/r as often as 1. */
final class Zipf {
  private final double[] upTo;

  Zipf(int ranks) {
    upTo = new double[ranks];
    double sum = 0;
    for (int i = 0; i < ranks; i++) {
      sum += 1.0 / (i + 1);
      upTo[i] = sum;
    }
  }

  /** A rank, counted from 0. */
  int pick(Dice dice) {
    int at = Arrays.binarySearch(upTo, dice.fraction() * upTo[upTo.length - 1]);
    return at < 0 ? -at - 1 : at + 1;
  }
}
