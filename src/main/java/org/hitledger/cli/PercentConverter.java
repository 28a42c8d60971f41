package org.hitledger.cli;

import java.math.BigDecimal;
import org.hitledger.balance.MaxRejected;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the percentage of {@code --max-rejected}. */
final class PercentConverter implements ITypeConverter<MaxRejected> {
  @Override
  public MaxRejected convert(String text) {
    try {
      return new MaxRejected(new BigDecimal(text));
    } catch (IllegalArgumentException e) {
      // One answer for what is no number and for one that is out of range.
      throw new TypeConversionException(
          "expected a percentage from 0 to 100, but was '" + text + "'");
    }
  }
}
