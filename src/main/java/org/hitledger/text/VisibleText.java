package org.hitledger.text;

/**
 * Makes text that strangers wrote safe to look at. A terminal obeys escape sequences and control
 * characters, and bidirectional controls reorder what a reader sees; both are shown as escapes.
 */
public final class VisibleText {
  private VisibleText() {}

  /**
   * Escapes what does not show.
   *
   * @param text any text
   * @return the text with C0, DEL and C1 controls as {@code \xHH}, and bidirectional controls, line
   *     and paragraph separators as {@code \}{@code uHHHH}
   */
  public static String of(String text) {
    var out = new StringBuilder(text.length());
    text.chars().forEach(c -> append(out, (char) c));
    return out.toString();
  }

  private static void append(StringBuilder out, char c) {
    if (Character.isISOControl(c)) {
      out.append("\\x%02X".formatted((int) c));
    } else if (isInvisible(c)) {
      out.append("\\u%04X".formatted((int) c));
    } else {
      out.append(c);
    }
  }

  /**
   * Whether a character steers the display instead of showing: controls, bidirectional controls
   * (Unicode's property Bidi_Control), line and paragraph separators.
   *
   * @param c a character
   * @return true if it must not reach a terminal
   */
  public static boolean isInvisible(char c) {
    return Character.isISOControl(c)
        || c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u2028' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
