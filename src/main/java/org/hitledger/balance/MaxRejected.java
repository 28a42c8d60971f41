package org.hitledger.balance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hitledger.fault.InputFault;

/**
 * How many of the lines may be rejected.
 *
 * @param percent of all lines read, 0 to 100
 */
public record MaxRejected(BigDecimal percent) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Checks the percentage. */
  public MaxRejected {
    if (percent.signum() < 0 || percent.compareTo(ALL) > 0) {
      throw new IllegalArgumentException("expected a percentage from 0 to 100");
    }
  }

  /**
   * Refuses a balance with more.
   *
   * @param balance of all lines
   * @throws InputFault if more of them are rejected
   */
  public void require(Balance balance) {
    BigDecimal rejected = BigDecimal.valueOf(balance.onlyRejected().linesRead());
    BigDecimal read = BigDecimal.valueOf(balance.linesRead());
    if (rejected.multiply(ALL).compareTo(read.multiply(percent)) > 0) {
      throw new InputFault(
          "%s %% of the lines are rejected (%,d of %,d), more than --max-rejected %s; nothing was published. To see them: count --rejects DIR, without --max-rejected"
              .formatted(
                  rejected.multiply(ALL).divide(read, 2, RoundingMode.HALF_UP),
                  rejected.longValue(),
                  read.longValue(),
                  percent));
    }
  }

  @Override
  public String toString() {
    return percent.toPlainString();
  }
}
