package org.hitledger.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How hosts are covered, as users write it. */
enum AnonymizeHosts {
  TRUNCATE,
  HASH;

  /** Reads what a user writes. */
  static final class Converter implements ITypeConverter<AnonymizeHosts> {
    @Override
    public AnonymizeHosts convert(String text) {
      return Arrays.stream(values())
          .filter(how -> how.name().toLowerCase(Locale.ROOT).equals(text))
          .findAny()
          .orElseThrow(
              () ->
                  new TypeConversionException("expected truncate or hash, but was '" + text + "'"));
    }
  }
}
