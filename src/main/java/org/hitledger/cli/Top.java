package org.hitledger.cli;

import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How many rows of the result to print.
 *
 * @param rows the number, or nothing for all
 */
record Top(OptionalInt rows) {

  /** Reads what a user writes: a number from 1, or {@code all}. */
  static final class Converter implements ITypeConverter<Top> {
    @Override
    public Top convert(String text) {
      if (text.equals("all")) {
        return new Top(OptionalInt.empty());
      }
      try {
        int rows = Integer.parseInt(text);
        if (rows > 0) {
          return new Top(OptionalInt.of(rows));
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
    return rows.isPresent() ? Integer.toString(rows.getAsInt()) : "all";
  }
}
