package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Path;

/** A program that counts hits per path by the default rules. */
interface Contestant {
  /** What tables call it. */
  String label();

  /** What it is, for those who know only the table. */
  String about();

  /**
   * Whether its counts must be those of the others. What is quick to write is seldom exact; it is
   * only told how far off it is.
   */
  default boolean isExact() {
    return true;
  }

  /** Whether it writes its counts. What only shows some of them is timed, and not compared. */
  default boolean listsCounts() {
    return true;
  }

  /**
   * Counts a corpus in a process of its own.
   *
   * @param corpus what is counted
   * @param out where standard output goes: lines of {@code count<TAB>path} in any order
   */
  Measurement count(CorpusFolder corpus, Path out) throws IOException, InterruptedException;

  /**
   * What a run cost.
   *
   * @param seconds of wall-clock time
   * @param processorSeconds of time on all processors together, which a busy machine changes less
   * @param peakBytes of memory
   * @param tableBytes of the files that were made, 0 where that is not what the program does
   */
  record Measurement(double seconds, double processorSeconds, long peakBytes, long tableBytes) {

    /** Of a program that makes no table. */
    Measurement(double seconds, double processorSeconds, long peakBytes) {
      this(seconds, processorSeconds, peakBytes, 0);
    }

    Measurement with(long bytesOfTable) {
      return new Measurement(seconds, processorSeconds, peakBytes, bytesOfTable);
    }
  }
}
