package org.hitledger.logformat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hitledger.pattern.LinePattern;
import org.hitledger.pattern.LinePattern.Tail;
import org.hitledger.pattern.Shape;

/** Makes of a format's string what its lines look like. */
final class TextLayouts {
  private TextLayouts() {}

  /**
   * Compiles a string.
   *
   * @param string as it was given, for messages
   * @param tokens what it says
   * @param tail what may stand behind it
   * @param zone of times that say none
   * @return the layout of its lines
   * @throws org.hitledger.fault.UsageFault if two fields have nothing between them, or no field
   *     tells the time or the request
   */
  static TextLayout compiled(String string, List<Token> tokens, Tail tail, ZoneId zone) {
    return compiled(string, tokens, tail, zone, Shape.TEXT);
  }

  /**
   * Compiles a string of a user's, whose texts without quotes may be several words, or none. Nearly
   * always they are one word: lines are first read so, and only those that do not fit otherwise.
   *
   * @param string as it was given
   * @param tokens what it says
   * @param zone of times that say none
   * @return the layouts of its lines; the first that fits counts
   * @throws org.hitledger.fault.UsageFault as of {@link #compiled}
   */
  static List<TextLayout> ofUsers(String string, List<Token> tokens, ZoneId zone) {
    TextLayout plain = compiled(string, tokens, Tail.BLANK, zone);
    return hasOpenText(tokens)
        ? List.of(compiled(string, tokens, Tail.BLANK, zone, Shape.WORD_OR_TEXT), plain)
        : List.of(plain);
  }

  private static boolean hasOpenText(List<Token> tokens) {
    return IntStream.range(0, tokens.size())
        .anyMatch(
            i ->
                tokens.get(i) instanceof Token.Field field
                    && isOpenText(shape(field.directive(), i, tokens), i, tokens));
  }

  /** A text that only white space ends. */
  private static boolean isOpenText(Shape shape, int index, List<Token> tokens) {
    return shape == Shape.TEXT && text(index + 1, tokens).startsWith(" ");
  }

  private static TextLayout compiled(
      String string, List<Token> tokens, Tail tail, ZoneId zone, Shape openText) {
    var directives = new ArrayList<Directive>();
    LinePattern.Builder pattern = LinePattern.builder().tail(tail);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof Token.Field field) {
        requireApart(pattern, string, field);
        Shape shape = shape(field.directive(), i, tokens);
        add(field.directive(), isOpenText(shape, i, tokens) ? openText : shape, pattern);
        directives.add(field.directive());
      } else {
        pattern.literal(text(i, tokens));
      }
    }
    Layout.missing(directives)
        .ifPresent(
            missing -> {
              throw FormatMistake.at(string, string.length(), missing.inServersString());
            });
    return new TextLayout(pattern.build(), Layout.of(directives, zone));
  }

  private static void requireApart(LinePattern.Builder pattern, String string, Token.Field field) {
    if (pattern.endsWithField()) {
      throw FormatMistake.at(
          string,
          field.at(),
          "nothing stands between %s and the field before it, so that they cannot be told apart; put a space or a sign between them, in the server's configuration too"
              .formatted(sign(string, field) + field.directive().name()));
    }
  }

  private static String sign(String string, Token.Field field) {
    return string.startsWith("$", field.at()) ? "$" : "";
  }

  private static void add(Directive directive, Shape shape, LinePattern.Builder pattern) {
    if (shape == Shape.WORDS) {
      pattern.words(directive.name(), directive.words());
    } else {
      pattern.field(directive.name(), shape);
    }
  }

  /** What encloses a field says more than the field. */
  private static Shape shape(Directive directive, int index, List<Token> tokens) {
    String before = text(index - 1, tokens);
    String behind = text(index + 1, tokens);
    if (before.endsWith("\"") && behind.startsWith("\"")) {
      return Shape.QUOTED;
    }
    boolean isEnclosed =
        (before.endsWith("[") && behind.startsWith("]"))
            || (before.endsWith("{") && behind.startsWith("}"));
    if (isEnclosed || behind.startsWith("\t")) {
      return Shape.TEXT;
    }
    if (directive.meaning() instanceof Meaning.Tells tells && tells.field() == AccessField.USER) {
      return behind.startsWith(" [") ? Shape.WORD_OR_TEXT : directive.shape();
    }
    return directive.shape();
  }

  private static String text(int index, List<Token> tokens) {
    return index >= 0 && index < tokens.size() && tokens.get(index) instanceof Token.Text text
        ? text.text()
        : "";
  }
}
