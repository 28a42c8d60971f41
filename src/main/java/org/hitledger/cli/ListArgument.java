package org.hitledger.cli;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What stands between the commas of an argument.
 *
 * @param texts one at least
 */
record ListArgument(List<String> texts) {
  private static ListArgument split(String argument, Pattern each, String expected) {
    List<String> texts = List.of(argument.split(",", -1));
    if (texts.stream().allMatch(text -> each.matcher(text).matches())) {
      return new ListArgument(texts);
    }
    throw new TypeConversionException("expected %s, but was '%s'".formatted(expected, argument));
  }

  @Override
  public String toString() {
    return String.join(",", texts);
  }

  /** Reads statuses. */
  static final class Statuses implements ITypeConverter<ListArgument> {
    private static final Pattern STATUS = Pattern.compile("[0-9]+");

    @Override
    public ListArgument convert(String argument) {
      return split(argument, STATUS, "statuses with commas between them, such as 200,304");
    }
  }

  /** Reads methods. */
  static final class Methods implements ITypeConverter<ListArgument> {
    /** Any word that a server may log: a client can send what it wants. */
    private static final Pattern METHOD = Pattern.compile("\\S+");

    @Override
    public ListArgument convert(String argument) {
      return split(argument, METHOD, "methods with commas between them, such as GET,HEAD");
    }
  }
}
