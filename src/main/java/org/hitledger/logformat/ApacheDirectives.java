package org.hitledger.logformat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hitledger.pattern.Shape;
import org.hitledger.timetext.ClfTime;
import org.hitledger.timetext.EpochTime;
import org.hitledger.timetext.FractionTime;
import org.hitledger.timetext.StrftimeTime;
import org.hitledger.timetext.TimeText;

/** What the directives of Apache's mod_log_config, mod_logio and mod_ssl tell. */
final class ApacheDirectives {
  /** Letters that tell nothing which has a column, and what their values are made of. */
  private static final Map<String, Shape> EXTRA =
      Map.ofEntries(
          Map.entry("A", Shape.WORD),
          Map.entry("C", Shape.TEXT),
          Map.entry("c", Shape.TEXT),
          Map.entry("e", Shape.TEXT),
          Map.entry("f", Shape.TEXT),
          Map.entry("FB", Shape.DECIMAL),
          Map.entry("i", Shape.TEXT),
          Map.entry("k", Shape.NUMBER),
          Map.entry("L", Shape.WORD),
          Map.entry("n", Shape.TEXT),
          Map.entry("o", Shape.TEXT),
          Map.entry("p", Shape.WORD),
          Map.entry("P", Shape.WORD),
          Map.entry("R", Shape.WORD),
          Map.entry("S", Shape.NUMBER),
          Map.entry("ti", Shape.TEXT),
          Map.entry("to", Shape.TEXT),
          Map.entry("x", Shape.TEXT),
          Map.entry("X", Shape.WORD));

  private ApacheDirectives() {}

  /** The time in the form of the Common log format. */
  static Directive time(String name) {
    return Directive.time(name, new ClfTime(), Meaning.FIRST);
  }

  /** A path, with its query. */
  static Directive target(String name) {
    return Directive.of(name, AccessField.TARGET, Shape.TEXT);
  }

  /**
   * A directive.
   *
   * @param letter behind the percent sign and what modifies it
   * @param argument between the braces, or nothing
   * @param isOriginal whether the original request is meant ({@code <}), not the final one
   * @param name the whole directive
   * @return nothing if there is no such directive
   */
  static Optional<Directive> named(
      String letter, String argument, boolean isOriginal, String name) {
    Directive found =
        switch (letter) {
          case "h" -> Directive.of(name, AccessField.HOST, Shape.WORD);
          case "a" ->
              argument.isEmpty()
                  ? Directive.of(name, AccessField.HOST, 1, Shape.WORD)
                  : Directive.extra(name, Shape.WORD);
          case "l" -> Directive.of(name, AccessField.IDENTITY, Shape.WORD);
          case "u" -> Directive.of(name, AccessField.USER, Shape.WORD);
          case "v" -> Directive.of(name, AccessField.VHOST, Shape.WORD);
          case "V" -> Directive.of(name, AccessField.VHOST, 1, Shape.WORD);
          case "r" -> Directive.of(name, AccessField.REQUEST, Shape.TEXT);
          case "m" -> Directive.of(name, AccessField.METHOD, Shape.WORD);
          case "U" -> Directive.of(name, AccessField.STEM, Shape.TEXT);
          case "q" -> Directive.of(name, AccessField.QUERY, Shape.TEXT);
          case "H" -> Directive.of(name, AccessField.PROTOCOL, Shape.WORD);
          case "s" ->
              Directive.of(name, AccessField.STATUS, statusRank(isOriginal, name), Shape.NUMBER);
          case "b" -> Directive.of(name, AccessField.SIZE, Shape.NUMBER);
          case "B" -> Directive.of(name, AccessField.SIZE, 1, Shape.NUMBER);
          case "O" -> Directive.of(name, AccessField.SIZE, 2, Shape.NUMBER);
          case "I" -> Directive.of(name, AccessField.BYTES_RECEIVED, Shape.NUMBER);
          case "D" -> took(name, DurationUnit.MICROSECONDS, 0);
          default -> Directive.extra(name, EXTRA.getOrDefault(letter, Shape.WORD));
        };
    return switch (letter) {
      case "t" -> timeIn(argument, name);
      case "T" -> duration(argument, name);
      case "i" -> Optional.of(header(argument, name));
      default -> isKnown(letter) ? Optional.of(found) : Optional.empty();
    };
  }

  private static boolean isKnown(String letter) {
    return EXTRA.containsKey(letter) || "haluvVrmUqHsbBOID".contains(letter);
  }

  private static int statusRank(boolean isOriginal, String name) {
    return isOriginal ? 2 : name.contains(">") ? 0 : 1;
  }

  private static Directive took(String name, DurationUnit unit, int rank) {
    return Directive.of(name, new Meaning.Took(unit, rank), Shape.DECIMAL);
  }

  private static Optional<Directive> duration(String argument, String name) {
    return switch (argument) {
      case "" -> Optional.of(took(name, DurationUnit.SECONDS, 1));
      case "ms" -> Optional.of(took(name, DurationUnit.MILLISECONDS, 2));
      case "us" -> Optional.of(took(name, DurationUnit.MICROSECONDS, 3));
      case "s" -> Optional.of(took(name, DurationUnit.SECONDS, 4));
      default -> Optional.empty();
    };
  }

  private static Directive header(String header, String name) {
    return switch (header.toLowerCase(Locale.ROOT)) {
      case "referer" -> Directive.of(name, AccessField.REFERER, Shape.TEXT);
      case "user-agent" -> Directive.of(name, AccessField.USER_AGENT, Shape.TEXT);
      case "host" -> Directive.of(name, AccessField.VHOST, 2, Shape.WORD);
      case "x-forwarded-for" -> Directive.of(name, AccessField.FORWARDED_FOR, Shape.LIST);
      default -> Directive.extra(name, Shape.TEXT);
    };
  }

  /** The end of a request is not its time. */
  private static Optional<Directive> timeIn(String argument, String name) {
    boolean isEnd = argument.startsWith("end:");
    String format = argument.replaceFirst("^(begin|end):", "");
    return timeText(format)
        .map(
            text ->
                isEnd
                    ? new Directive(name, new Meaning.Extra(), Shape.WORDS, text.words())
                    : Directive.time(name, text, 1));
  }

  private static Optional<TimeText> timeText(String format) {
    return switch (format) {
      case "" -> Optional.of(new ClfTime());
      case "sec" -> Optional.of(EpochTime.SECONDS);
      case "msec" -> Optional.of(EpochTime.MILLISECONDS);
      case "usec" -> Optional.of(EpochTime.MICROSECONDS);
      case "msec_frac", "usec_frac" -> Optional.of(new FractionTime());
      default -> StrftimeTime.of(format).map(TimeText.class::cast);
    };
  }
}
