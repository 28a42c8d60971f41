package org.hitledger.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Time zones as users write them. */
final class ZoneConverter implements ITypeConverter<ZoneId> {
  @Override
  public ZoneId convert(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      // The same answer for a name of no zone and for what is no name.
      throw new TypeConversionException(
          "expected a time zone such as UTC, Europe/Berlin or +05:30, but was '" + name + "'");
    }
  }
}
