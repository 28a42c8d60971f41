package org.hitledger.logformat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code LogFormat} of Apache's mod_log_config, with the directives of mod_logio and mod_ssl, as
 * it stands in httpd.conf.
 */
final class ApacheString {
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\s*LogFormat\\s+\"((?:[^\"\\\\]|\\\\.)*)\"(?:\\s+\\S+)?\\s*", Pattern.CASE_INSENSITIVE);

  private final String string;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int at;

  private ApacheString(String string) {
    this.string = string;
  }

  /**
   * Takes the string out of a directive that was pasted whole.
   *
   * @param pasted a whole {@code LogFormat}, or the string alone
   * @return the string alone
   */
  static String unwrapped(String pasted) {
    Matcher whole = WHOLE.matcher(pasted);
    return whole.matches() ? whole.group(1) : pasted;
  }

  /**
   * Reads a string.
   *
   * @param string with or without backslashes before its quotes
   * @return its fields and what stands between them
   * @throws org.hitledger.fault.UsageFault for a directive that mod_log_config does not have
   */
  static List<Token> tokens(String string) {
    var reading = new ApacheString(string);
    reading.read();
    return List.copyOf(reading.tokens);
  }

  private void read() {
    while (at < string.length()) {
      char c = string.charAt(at);
      if (c == '%') {
        readDirective();
      } else if (c == '\\' && at + 1 < string.length()) {
        text.append(unescaped(string.charAt(at + 1)));
        at += 2;
      } else {
        text.append(c);
        at++;
      }
    }
    endText();
  }

  private static char unescaped(char c) {
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      default -> c;
    };
  }

  private void endText() {
    if (!text.isEmpty()) {
      tokens.add(new Token.Text(text.toString()));
      text.setLength(0);
    }
  }

  private void readDirective() {
    int start = at;
    at++;
    boolean isOriginal = readModifiers();
    String argument = readArgument();
    String letter = readLetter();
    String name = string.substring(start, at);
    if (letter.equals("%")) {
      text.append('%');
    } else if (letter.equals("t") && argument.isEmpty()) {
      addTime(name, start);
    } else if (!mergeQuery(letter)) {
      add(
          ApacheDirectives.named(letter, argument, isOriginal, name)
              .orElseThrow(() -> unknown(start, name)),
          start);
    }
  }

  /** Apache writes the brackets itself. */
  private void addTime(String name, int start) {
    text.append('[');
    add(ApacheDirectives.time(name), start);
    text.append(']');
  }

  private void add(Directive directive, int start) {
    endText();
    tokens.add(new Token.Field(directive, start));
  }

  /** The query right behind the path is told from it by its question mark. */
  private boolean mergeQuery(String letter) {
    boolean isBehindPath =
        letter.equals("q")
            && text.isEmpty()
            && !tokens.isEmpty()
            && tokens.get(tokens.size() - 1) instanceof Token.Field path
            && path.directive().name().equals("%U");
    if (isBehindPath) {
      Token.Field path = (Token.Field) tokens.remove(tokens.size() - 1);
      tokens.add(new Token.Field(ApacheDirectives.target("%U%q"), path.at()));
    }
    return isBehindPath;
  }

  /** {@code <}, {@code >}, and statuses such as {@code !200,304}; whether the original is meant. */
  private boolean readModifiers() {
    int start = at;
    while (at < string.length() && "!<>,^0123456789".indexOf(string.charAt(at)) >= 0) {
      at++;
    }
    return string.substring(start, at).contains("<");
  }

  private String readArgument() {
    if (at == string.length() || string.charAt(at) != '{') {
      return "";
    }
    int end = string.indexOf('}', at);
    if (end < 0) {
      throw FormatMistake.at(string, at, "no } closes this {; put it behind the name");
    }
    String argument = string.substring(at + 1, end);
    at = end + 1;
    // Trailers, as in %{VARNAME}^ti.
    at += at < string.length() && string.charAt(at) == '^' ? 1 : 0;
    return argument;
  }

  private String readLetter() {
    if (at == string.length()) {
      throw FormatMistake.at(
          string,
          at - 1,
          "the string ends where a directive's letter should be; write one, as in %r, or %% for a percent sign");
    }
    int letters = string.startsWith("FB", at) || isTrailer() ? 2 : 1;
    String letter = string.substring(at, at + letters);
    at += letters;
    return letter;
  }

  private boolean isTrailer() {
    return string.charAt(at - 1) == '^'
        && (string.startsWith("ti", at) || string.startsWith("to", at));
  }

  private RuntimeException unknown(int start, String name) {
    return FormatMistake.at(
        string,
        start,
        "%s is no directive of Apache's LogFormat; see mod_log_config, \"Custom Log Formats\", or write %%%% for a percent sign"
            .formatted(name));
  }
}
