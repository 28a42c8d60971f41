package org.hitledger.cli;

import java.util.Arrays;
import java.util.Locale;
import org.hitledger.report.Format;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Formats under the names that help and README give them. */
final class FormatName implements ITypeConverter<Format> {
  @Override
  public Format convert(String name) {
    return Arrays.stream(Format.values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new TypeConversionException("expected table, tsv or json, but was '" + name + "'"));
  }
}
