package org.hitledger.period;

import java.io.Serializable;
import java.util.function.LongUnaryOperator;

/** Into what the time of a count is divided. Immutable; travels to the executors. */
public sealed interface TimeDivision extends Serializable permits AllTime, Periods {

  /**
   * Finds periods.
   *
   * @return from a moment to the start of its period, both in seconds since 1970-01-01T00:00:00Z;
   *     for one thread, and fast where the moment lies in the same period as the last one
   */
  LongUnaryOperator starts();
}
