package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.SplittableRandom;

/** Draws what hostile lines are made of. */
final class Draws {
  private static final String STRUCTURAL = "\" []5/;?#:-a";

  private static final String[] ODD_GAPS = {
    "  ",
    "   ",
    "\t",
    "\u000b",
    "\f",
    "\r",
    " \t\u000b\f\r ",
    "",
    "\0",
    "\u0085",
    "\u00a0",
    "\u001c"
  };

  private final SplittableRandom random;

  Draws(long seed) {
    random = new SplittableRandom(seed);
  }

  int below(int end) {
    return random.nextInt(end);
  }

  boolean percent(int chance) {
    return below(100) < chance;
  }

  String oneOf(String... choices) {
    return choices[below(choices.length)];
  }

  /** What stands between two fields. */
  String gap() {
    return percent(99) ? " " : oneOf(ODD_GAPS);
  }

  /** A byte that means something to a parser. */
  char structural() {
    return STRUCTURAL.charAt(below(STRUCTURAL.length()));
  }

  /** Such bytes, in no order. */
  String soup(int longest) {
    StringBuilder soup = new StringBuilder();
    for (int left = below(longest + 1); left > 0; left--) {
      soup.append(structural());
    }
    return soup.toString();
  }

  /** Text with one character for each of its bytes. */
  static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
