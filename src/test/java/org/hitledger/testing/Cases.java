package org.hitledger.testing;

/**
 * How many generated cases a test tries, in the full suite and in the quick one. The numbers for
 * jqwik's properties stand beside the profile in {@code pom.xml}, as {@code tests.tries}.
 */
public enum Cases {
  /** Random lines, for the classifier and for its oracle. */
  LINES_OF_A_DUEL(100_000, 10_000),
  /** Random lines of a corpus that goes through Spark, for each of its files. */
  LINES_OF_A_CORPUS_FILE(6_000, 1_500),
  /** Random accesses, written and read in each log format. */
  ACCESSES_OF_A_FORMAT(20_000, 500),
  /** Random strings of Apache, and as many of nginx. */
  STRINGS_OF_A_SERVER(300, 15),
  /** Of the same byte, in a hostile line. */
  BYTES_OF_ONE_KIND(1 << 20, 1 << 14),
  /** Random times. */
  TIMES(100_000, 20_000),
  /** Lines of random length through the limit. */
  LIMITED_LINES(20_000, 4_000),
  /**
   * A gzip file is cut at one byte, or has one bit flipped, out of so many; odd, to meet all bits.
   */
  STEPS_TO_A_DAMAGE(1, 17),
  /** Things that happen at a site whose ledger is kept. */
  STEPS_OF_A_SITE(1_000, 60),
  /** Lines that a fuzzer makes. */
  FUZZED_LINES(500_000, 0);

  private final int full;
  private final int quick;

  Cases(int full, int quick) {
    this.full = full;
    this.quick = quick;
  }

  /** The number in the suite that runs. */
  public int count() {
    return "full".equals(System.getProperty("tests.size")) ? full : quick;
  }
}
