package org.hitledger.logformat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hitledger.pattern.LinePattern.Tail;

/** Makes formats of strings, as users give them and as servers document theirs. */
final class TextFormats {
  /** As mod_log_config's documentation has it. */
  static final String COMMON = "%h %l %u %t \"%r\" %>s %b";

  static final String COMBINED = COMMON + " \"%{Referer}i\" \"%{User-Agent}i\"";

  private TextFormats() {}

  /** A string of Apache, and nothing else in a line. */
  static LogFormat apache(String name, String string, ZoneId zone) {
    return new TextFormat(name, TextLayouts.ofUsers(string, ApacheString.tokens(string), zone));
  }

  /** A string of nginx, and nothing else in a line. */
  static LogFormat nginx(String name, String string, ZoneId zone) {
    List<Token> tokens = NginxString.tokens(string, NginxVariables::named);
    return new TextFormat(name, TextLayouts.ofUsers(string, tokens, zone));
  }

  /** Common and Combined, with something before them, and anything behind Combined. */
  static LogFormat combinedBehind(List<Token> prefix, String name, ZoneId zone) {
    return new TextFormat(
        name,
        List.of(
            behind(prefix, COMBINED, Tail.ANYTHING, zone),
            behind(prefix, COMMON, Tail.BLANK, zone)));
  }

  private static TextLayout behind(List<Token> prefix, String string, Tail tail, ZoneId zone) {
    List<Token> tokens =
        Stream.concat(prefix.stream(), ApacheString.tokens(string).stream()).toList();
    return TextLayouts.compiled(string, tokens, tail, zone);
  }

  /**
   * A format in the words of its documentation.
   *
   * @param name of the format
   * @param directives what the fields tell, by their documented names
   * @param tail what may stand behind the last field
   * @param zone of times that say none
   * @param strings the ways in which lines look, each as nginx would have it; the first that fits
   *     counts
   */
  static LogFormat documented(
      String name,
      Function<String, Directive> directives,
      Tail tail,
      ZoneId zone,
      String... strings) {
    return new TextFormat(
        name,
        Arrays.stream(strings)
            .map(
                string ->
                    TextLayouts.compiled(
                        string, NginxString.tokens(string, directives), tail, zone))
            .toList());
  }
}
