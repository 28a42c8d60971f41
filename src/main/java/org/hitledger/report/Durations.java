package org.hitledger.report;

import java.util.ArrayList;
import java.util.List;

/** How long the accesses of a page took, each different duration once, the shortest first. */
final class Durations {
  private static final int PERCENT = 100;

  private record Times(long micros, Measures measures) {}

  private final List<Times> times = new ArrayList<>();
  private final Measures all = new Measures();

  /** Longer ones than all that were added before. */
  void add(long micros, Measures measures) {
    times.add(new Times(micros, measures));
    all.addAll(measures);
  }

  /** How many accesses there are, and what part of them took how long at most. */
  Measures quantiles() {
    var quantiles = new Measures();
    for (Frame frame : List.of(Frame.REPORTED, Frame.COMPARED)) {
      quantiles
          .add(frame, Measure.PAGES, all.of(frame, Measure.PAGES))
          .add(frame, Measure.MEDIAN_MICROS, nearestRank(50, frame))
          .add(frame, Measure.P95_MICROS, nearestRank(95, frame))
          .add(frame, Measure.P99_MICROS, nearestRank(99, frame));
    }
    return quantiles;
  }

  /** The shortest duration that so many percent of the accesses took at most; 0 without any. */
  private long nearestRank(int percent, Frame frame) {
    long rank = (all.of(frame, Measure.PAGES) * percent + PERCENT - 1) / PERCENT;
    long passed = 0;
    for (Times next : times) {
      passed += next.measures().of(frame, Measure.PAGES);
      if (passed >= rank) {
        return rank == 0 ? 0 : next.micros();
      }
    }
    return 0;
  }
}
