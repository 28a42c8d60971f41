package org.hitledger.cli;

import java.util.Locale;
import org.hitledger.gzip.OnDamage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What to do about damage, as users write it. */
final class OnDamageName implements ITypeConverter<OnDamage> {
  @Override
  public OnDamage convert(String name) {
    for (OnDamage answer : OnDamage.values()) {
      if (answer.name().toLowerCase(Locale.ROOT).equals(name)) {
        return answer;
      }
    }
    throw new TypeConversionException("expected fail or salvage, but was '" + name + "'");
  }
}
