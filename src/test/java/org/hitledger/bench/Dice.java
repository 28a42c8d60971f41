package org.hitledger.bench;

/**
 * Numbers that look like chance and are the same on every JVM: SplitMix64 (Steele, Lea, Flood,
 * "Fast splittable pseudorandom number generators", 2014). The library's own may differ between
 * versions, and corpora with it.
 */
final class Dice {
  private long state;

  Dice(long seed) {
    state = seed;
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** From 0 to one less than the bound. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** From 0 up to, but without, 1. */
  double fraction() {
    return (next() >>> 11) * 0x1p-53;
  }

  boolean oneIn(int times) {
    return below(times) == 0;
  }
}
