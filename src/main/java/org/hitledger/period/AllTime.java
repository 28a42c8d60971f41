package org.hitledger.period;

import java.util.function.LongUnaryOperator;

/** All of the time is one period, which starts at 0 for want of a start. */
public enum AllTime implements TimeDivision {
  /** The only one. */
  INSTANCE;

  @Override
  public LongUnaryOperator starts() {
    return moment -> 0;
  }
}
