package org.hitledger.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long a line may be, in bytes without its end. */
final class LineBytesConverter implements ITypeConverter<Integer> {
  /** What the buffers of Hadoop's line reader, doubled as they grow, hold with ease. */
  private static final int MOST = 1 << 29;

  @Override
  public Integer convert(String text) {
    try {
      int bytes = Integer.parseInt(text);
      if (bytes > 0 && bytes <= MOST) {
        return bytes;
      }
    } catch (NumberFormatException e) {
      // The same answer as for a number out of range.
    }
    throw new TypeConversionException(
        "expected a number of bytes from 1 to %d, but was '%s'".formatted(MOST, text));
  }
}
