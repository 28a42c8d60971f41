package org.hitledger.cli;

import java.util.Arrays;
import java.util.Locale;
import org.hitledger.period.Unit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lengths of periods under the names that help and README give them. */
final class UnitName implements ITypeConverter<Unit> {
  @Override
  public Unit convert(String name) {
    return Arrays.stream(Unit.values())
        .filter(unit -> of(unit).equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new TypeConversionException("expected day, hour or month, but was '" + name + "'"));
  }

  static String of(Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
