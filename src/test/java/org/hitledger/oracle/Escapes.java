package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** How servers write what a client may put into a field, each by its own documentation. */
final class Escapes {
  private static final Map<Character, String> C_ESCAPES =
      Map.of('"', "\\\"", '\\', "\\\\", '\b', "\\b", '\n', "\\n", '\r', "\\r", '\t', "\\t");

  private static final Map<Character, String> JSON_ESCAPES =
      Map.of('"', "\\\"", '\\', "\\\\", '\n', "\\n", '\t', "\\t");

  private Escapes() {}

  /** mod_log_config, "Format Notes". */
  static String apache(String text) {
    return bytewise(
        text,
        b -> isOdd(b) || b == '"' || b == '\\',
        b -> C_ESCAPES.getOrDefault((char) b, "\\x%02x".formatted(b)));
  }

  /** ngx_http_log_module, "log_format", without an escape parameter. */
  static String nginx(String text) {
    return bytewise(text, b -> isOdd(b) || b == '"' || b == '\\', "\\x%02X"::formatted);
  }

  /** Configuration Manual, 8.6: "Non-printable characters". */
  static String haproxy(String text) {
    return bytewise(text, b -> isOdd(b) || "{|}\"#".indexOf(b) >= 0, "#%02X"::formatted);
  }

  /** RFC 3986, 2.1, of what no URL may hold. */
  static String percent(String text) {
    return bytewise(text, b -> isOdd(b) || b == ' ' || b == '"', "%%%02X"::formatted);
  }

  /** White space and controls, as HTTP.sys logs them. */
  static String plus(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]", "+");
  }

  /** Of servers that escape nothing: without what a reader could not tell from the field's end. */
  static String bare(String text) {
    return text.replace("\\", "").replaceAll("\"(?=\\s|\"|$)", "").strip();
  }

  /** RFC 8259, 7: only what must be escaped. */
  static String json(String text) {
    return charwise(text, c -> JSON_ESCAPES.getOrDefault(c, c < ' ' ? hex(c) : "" + c));
  }

  /** RFC 8259, 7: all that may be. */
  static String jsonInAscii(String text) {
    return charwise(
        text, c -> c == '/' ? "\\/" : Character.isLetter(c) && c < 128 ? "" + c : hex(c));
  }

  private static String charwise(String text, Function<Character, String> notation) {
    return text.chars().mapToObj(c -> notation.apply((char) c)).collect(Collectors.joining());
  }

  private static String hex(char c) {
    return "\\u%04X".formatted((int) c);
  }

  private static boolean isOdd(int b) {
    return b < ' ' || b >= 0x7f;
  }

  private interface Notation {
    String of(int b);
  }

  private static String bytewise(String text, IntPredicate isEscaped, Notation notation) {
    var out = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      int value = Byte.toUnsignedInt(b);
      out.append(isEscaped.test(value) ? notation.of(value) : "" + (char) value);
    }
    return out.toString();
  }
}
