package org.hitledger.cli;

import org.hitledger.plan.LineBytes;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long a line may be, in bytes without its end. */
final class LineBytesConverter implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    try {
      return LineBytes.read(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
