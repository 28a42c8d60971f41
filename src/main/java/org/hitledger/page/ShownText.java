package org.hitledger.page;

import org.hitledger.text.VisibleText;

/** Strangers' texts as a page shows them: nothing in them is obeyed, and none fills it. */
final class ShownText {
  private static final int MOST_CHARACTERS = 500;
  private static final String NONE = "(none)";

  private ShownText() {}

  static String of(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    int characters = text.codePointCount(0, text.length());
    if (characters <= MOST_CHARACTERS) {
      return VisibleText.of(text);
    }
    String start = text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS));
    return "%s… (%s characters)".formatted(VisibleText.of(start), Numbers.full(characters));
  }
}
