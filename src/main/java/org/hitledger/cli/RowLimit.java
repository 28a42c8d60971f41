package org.hitledger.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How many rows of the result to print.
 *
 * @param rows the number; the largest there is for all
 */
record RowLimit(long rows) {
  private static final String ALL = "all";

  /** Reads what a user writes: a number from 1, or {@code all}. */
  static final class Converter implements ITypeConverter<RowLimit> {
    @Override
    public RowLimit convert(String text) {
      if (text.equals(ALL)) {
        return new RowLimit(Long.MAX_VALUE);
      }
      try {
        int rows = Integer.parseInt(text);
        if (rows > 0) {
          return new RowLimit(rows);
        }
      } catch (NumberFormatException e) {
        // The same answer as for a number that is too small.
      }
      throw new TypeConversionException(
          "expected a number of rows from 1, or all, but was '" + text + "'");
    }
  }

  @Override
  public String toString() {
    return rows == Long.MAX_VALUE ? ALL : Long.toString(rows);
  }
}
