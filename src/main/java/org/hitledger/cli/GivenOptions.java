package org.hitledger.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a command as they were given, or are by default, for {@code run.json}. */
final class GivenOptions {
  private static final String DASHES = "--";

  private GivenOptions() {}

  /** By name without the dashes, in the order of the help; options without a value are left out. */
  static Map<String, String> of(CommandSpec command) {
    var given = new LinkedHashMap<String, String>();
    for (OptionSpec option : command.options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        value(option).ifPresent(value -> given.put(name(option), value));
      }
    }
    return given;
  }

  private static Optional<String> value(OptionSpec option) {
    Optional<?> value =
        option.getValue() instanceof Optional<?> given
            ? given
            : Optional.ofNullable(option.getValue());
    return value.map(Object::toString);
  }

  private static String name(OptionSpec option) {
    return nameOf(option.longestName());
  }

  /** What {@code run.json} calls an option. */
  static String nameOf(String option) {
    return option.substring(DASHES.length());
  }
}
