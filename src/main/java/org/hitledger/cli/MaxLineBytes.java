package org.hitledger.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How long a line may be.
 *
 * @param bytes without the line's end
 */
record MaxLineBytes(int bytes) {
  /** What the buffers of Hadoop's line reader, doubled as they grow, hold with ease. */
  private static final int MOST = 1 << 29;

  /** Reads what a user writes. */
  static final class Converter implements ITypeConverter<MaxLineBytes> {
    @Override
    public MaxLineBytes convert(String text) {
      try {
        int bytes = Integer.parseInt(text);
        if (bytes > 0 && bytes <= MOST) {
          return new MaxLineBytes(bytes);
        }
      } catch (NumberFormatException e) {
        // The same answer as for a number out of range.
      }
      throw new TypeConversionException(
          "expected a number of bytes from 1 to %d, but was '%s'".formatted(MOST, text));
    }
  }
}
