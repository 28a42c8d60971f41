package org.hitledger.logformat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code log_format} of nginx: the string alone, or pasted whole with its name, quotes and
 * semicolon, over several lines. Names of other servers' fields are written the same way, in
 * braces.
 */
final class NginxString {
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{([^}]*)\\}|(\\w+))");

  /** The path and its query, between which nginx writes a question mark if there is a query. */
  private static final Pattern TARGET =
      Pattern.compile("\\$(?:document_)?uri\\$is_args\\$(?:args|query_string)");

  private static final Pattern WHOLE =
      Pattern.compile("\\s*log_format\\s+\\S+\\s+(?:escape=\\w+\\s+)?(.*?);?\\s*", Pattern.DOTALL);

  private static final Pattern QUOTED =
      Pattern.compile(
          "\\G\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\")", Pattern.DOTALL);

  private NginxString() {}

  /**
   * Takes the string out of a directive that was pasted whole.
   *
   * @param pasted a whole {@code log_format}, a part of it in quotes, or the string alone
   * @return the string alone
   */
  static String unwrapped(String pasted) {
    Matcher whole = WHOLE.matcher(pasted);
    String strings = whole.matches() ? whole.group(1) : pasted.strip().replaceFirst(";$", "");
    var string = new StringBuilder();
    Matcher quoted = QUOTED.matcher(strings);
    int end = 0;
    while (quoted.find()) {
      string.append(unescaped(quoted.group(1) == null ? quoted.group(2) : quoted.group(1)));
      end = quoted.end();
    }
    boolean isQuoted = end > 0 && strings.substring(end).isBlank();
    return isQuoted ? string.toString() : strings;
  }

  /** As nginx reads the words of its configuration. */
  private static String unescaped(String quoted) {
    return quoted.replace("\\t", "\t").replaceAll("\\\\(.)", "$1");
  }

  /**
   * Reads a string.
   *
   * @param string the string alone
   * @param directives what the variables tell, by their names
   * @return its fields and what stands between them
   * @throws org.hitledger.fault.UsageFault for a dollar sign that begins no variable
   */
  static List<Token> tokens(String string, Function<String, Directive> directives) {
    var tokens = new ArrayList<Token>();
    Matcher target = TARGET.matcher(string);
    Matcher variable = VARIABLE.matcher(string);
    int at = 0;
    int dollar = string.indexOf('$');
    while (dollar >= 0) {
      addText(string.substring(at, dollar), tokens);
      if (target.region(dollar, string.length()).lookingAt()) {
        tokens.add(new Token.Field(NginxVariables.target(target.group()), dollar));
        at = target.end();
      } else if (variable.region(dollar, string.length()).lookingAt()) {
        String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
        tokens.add(new Token.Field(directives.apply(name), dollar));
        at = variable.end();
      } else {
        throw FormatMistake.at(
            string,
            dollar,
            "a variable's name is missing behind this dollar sign; write one, as in $request, and both braces or none");
      }
      dollar = string.indexOf('$', at);
    }
    addText(string.substring(at), tokens);
    return List.copyOf(tokens);
  }

  private static void addText(String text, List<Token> tokens) {
    if (!text.isEmpty()) {
      tokens.add(new Token.Text(text));
    }
  }
}
