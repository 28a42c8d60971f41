package org.hitledger.cli;

import java.util.Arrays;
import java.util.Locale;
import org.hitledger.report.RowFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Formats of queries under the names that help and README give them. */
final class RowFormatName implements ITypeConverter<RowFormat> {
  @Override
  public RowFormat convert(String name) {
    return Arrays.stream(RowFormat.values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new TypeConversionException("expected table, csv or json, but was '" + name + "'"));
  }
}
