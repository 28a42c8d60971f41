package org.hitledger.pattern;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hitledger.pattern.LinePattern.Tail;

/**
 * A pattern of random pieces, and the regular expression that says the same: there the choices are
 * left to backtracking, so it is for short lines.
 */
final class RandomPattern {
  private static final List<String> GAPS =
      List.of(" ", " ", " ", " - ", "|", ":", "; ", " [", "] ", ",", "/", "x", " (", ") ");

  private static final List<String> BEFORE_QUOTED = List.of("\"", " \"", "[\"", "\" \"");

  private static final List<String> BEHIND_QUOTED = List.of("\"", "\" ", "\"]", "\" \"", "\"x");

  /** White space, or none if some is right before it. */
  private static final String SPACE = "\\s*+(?<=\\s)";

  private static final String ESCAPING = ".*?(?<!\\\\)(?:\\\\\\\\)*+";

  private final SplittableRandom random;
  private final LinePattern.Builder builder = LinePattern.builder();
  private final StringBuilder escaping = new StringBuilder();
  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder shown = new StringBuilder();
  private final Tail tail;
  private final int fields;

  RandomPattern(SplittableRandom random) {
    this.random = random;
    tail = random.nextBoolean() ? Tail.ANYTHING : Tail.BLANK;
    fields = 1 + random.nextInt(5);
    addPieces();
    builder.tail(tail);
  }

  private void addPieces() {
    String before = random.nextInt(3) == 0 ? oneOf(GAPS).strip() : "";
    addLiteral(before);
    for (int i = 0; i < fields; i++) {
      boolean isLast = i + 1 == fields && random.nextBoolean();
      Shape shape = Shape.values()[random.nextInt(Shape.values().length)];
      if (shape == Shape.QUOTED) {
        addLiteral(i == 0 && before.isEmpty() ? "\"" : "");
        shape = endsWithQuote() ? shape : Shape.TEXT;
      }
      String behind = isLast && shape != Shape.QUOTED ? "" : gapBehind(shape);
      addField(shape, i, behind);
      addLiteral(behind);
    }
  }

  private boolean endsWithQuote() {
    return shown.length() > 0 && shown.charAt(shown.length() - 1) == '"';
  }

  private String gapBehind(Shape shape) {
    if (shape == Shape.QUOTED) {
      return oneOf(BEHIND_QUOTED);
    }
    return random.nextInt(3) == 0 ? oneOf(BEFORE_QUOTED) : oneOf(GAPS);
  }

  private void addLiteral(String text) {
    builder.literal(text);
    shown.append(text);
    escaping.append(expression(text));
    plain.append(expression(text));
  }

  private static String expression(String literal) {
    var expression = new StringBuilder();
    literal
        .chars()
        .forEach(c -> expression.append(c == ' ' ? SPACE : Pattern.quote("" + (char) c)));
    return expression.toString();
  }

  private void addField(Shape shape, int index, String behind) {
    if (shape == Shape.WORDS) {
      builder.words("f" + index, 2);
    } else {
      builder.field("f" + index, shape);
    }
    shown.append('<').append(shape.name()).append('>');
    String group = "(?<f" + index + ">";
    escaping.append(group).append(expression(shape, behind, ESCAPING)).append(')');
    plain.append(group).append(expression(shape, behind, ".*?")).append(')');
  }

  private static String expression(Shape shape, String behind, String quoted) {
    boolean isSpaceBehind = behind.isEmpty() || behind.startsWith(" ");
    return switch (shape) {
      case WORD -> isSpaceBehind ? "\\S++" : "\\S+?";
      case WORDS -> isSpaceBehind ? "\\S++\\s++\\S++" : "\\S++\\s++\\S*?";
      case LIST -> isSpaceBehind ? "\\S++(?:(?:\\s++:\\s++|(?<=,)\\s++)\\S++)*+" : ".*?";
      case TEXT -> behind.isEmpty() ? ".*?(?=\\s*\\z)" : ".*?";
      case QUOTED -> quoted;
      case WORD_OR_TEXT -> wordOrText(behind);
      case NUMBER -> "(?:-|\\d++)";
      case DECIMAL -> "(?:-?+[\\d.]++|-)";
    };
  }

  private static String wordOrText(String behind) {
    if (!behind.startsWith(" ")) {
      return behind.isEmpty() ? ".*?(?=\\s*\\z)" : ".*?";
    }
    String word = "\\S++" + expression(behind);
    return "(?:(?=" + word + ")\\S.*?|(?!" + word + ").*?)";
  }

  LinePattern pattern() {
    return builder.build();
  }

  boolean mayHaveTail() {
    return tail == Tail.ANYTHING;
  }

  int fields() {
    return fields;
  }

  /** What the expression captures: with escapes before without, with a tail apart before any. */
  Optional<Matcher> match(String line) {
    for (StringBuilder pieces : List.of(escaping, plain)) {
      for (String end : tail == Tail.BLANK ? List.of("(?=\\s*\\z)") : List.of("(?=\\s|\\z)", "")) {
        Matcher matcher = Pattern.compile(pieces + end, Pattern.DOTALL).matcher(line);
        if (matcher.lookingAt()) {
          return Optional.of(matcher);
        }
      }
    }
    return Optional.empty();
  }

  /** A line that is near the pattern, and often fits. */
  String line() {
    var line = new StringBuilder();
    String template = shown.toString();
    int at = 0;
    while (at < template.length()) {
      int field = template.indexOf('<', at);
      int end = field < 0 ? template.length() : field;
      line.append(template, at, end);
      at = field < 0 ? end : template.indexOf('>', field) + 1;
      if (field >= 0) {
        line.append(text(Shape.valueOf(template.substring(field + 1, at - 1))));
      }
    }
    return mutated(line.append(random.nextInt(4) == 0 ? text(Shape.TEXT) : "").toString());
  }

  private String text(Shape shape) {
    if (random.nextInt(6) == 0) {
      return soup();
    }
    return switch (shape) {
      case NUMBER -> oneOf(List.of("-", "0", "200", "12345"));
      case DECIMAL -> oneOf(List.of("-", "0.5", "-1", "12"));
      case WORD -> oneOf(List.of("a", "b:c", "1.2.3.4", "::1", "a|b", "x/y", "a,b"));
      case WORDS -> oneOf(List.of("a b", "02/Mar +0100", "x:  y"));
      case LIST -> oneOf(List.of("a", "a, b", "a, b : c", "a,b", "a,  b,\tc", "a : b : c"));
      case TEXT, QUOTED, WORD_OR_TEXT ->
          oneOf(List.of("", "a", "a b", "a\\\" b", "a\" b", "C:\\", "\\\\", "[x] y", "a - b"));
    };
  }

  private String soup() {
    String structural = "\"\\ []|:;,/x-1.a(\t";
    var soup = new StringBuilder();
    for (int left = random.nextInt(6); left > 0; left--) {
      soup.append(structural.charAt(random.nextInt(structural.length())));
    }
    return soup.toString();
  }

  private String mutated(String line) {
    if (random.nextInt(3) > 0) {
      return line;
    }
    int at = random.nextInt(line.length() + 1);
    int to = Math.min(line.length(), at + random.nextInt(3));
    return line.substring(0, at) + soup() + line.substring(to);
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @Override
  public String toString() {
    return shown + " " + tail;
  }
}
