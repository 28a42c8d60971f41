package org.hitledger.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hitledger.fault.InputFault;
import org.hitledger.rules.Balance;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How many of the lines may be rejected.
 *
 * @param percent of all lines read, 0 to 100
 */
record MaxRejected(BigDecimal percent) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Refuses a balance with more. */
  void require(Balance balance) {
    BigDecimal rejected = BigDecimal.valueOf(balance.onlyRejected().linesRead());
    BigDecimal read = BigDecimal.valueOf(balance.linesRead());
    if (rejected.multiply(ALL).compareTo(read.multiply(percent)) > 0) {
      throw new InputFault(
          "%s %% of the lines are rejected (%,d of %,d), more than --max-rejected %s; nothing was published. To see them: --rejects DIR, without --max-rejected"
              .formatted(
                  rejected.multiply(ALL).divide(read, 2, RoundingMode.HALF_UP),
                  rejected.longValue(),
                  read.longValue(),
                  percent));
    }
  }

  /** Reads what a user writes. */
  static final class Converter implements ITypeConverter<MaxRejected> {
    @Override
    public MaxRejected convert(String text) {
      try {
        var percent = new BigDecimal(text);
        if (percent.signum() >= 0 && percent.compareTo(ALL) <= 0) {
          return new MaxRejected(percent);
        }
      } catch (NumberFormatException e) {
        // The same answer as for a number out of range.
      }
      throw new TypeConversionException(
          "expected a percentage from 0 to 100, but was '" + text + "'");
    }
  }

  @Override
  public String toString() {
    return percent.toPlainString();
  }
}
