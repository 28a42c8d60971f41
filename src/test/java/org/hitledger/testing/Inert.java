package org.hitledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What it means that text cannot do anything to who looks at it. */
public final class Inert {
  /** All that begins a line of ours on standard error: a note, or a row of the balance. */
  private static final Pattern LINE =
      Pattern.compile("hitledger: .*|(  )?[a-z][a-z_ ]+(/[a-z_]+)? +[0-9,.]+", Pattern.DOTALL);

  private Inert() {}

  /** Requires that text has no character that steers what shows it, but the ends of its lines. */
  public static void requireInert(String text) {
    assertThat(
            text.codePoints()
                .filter(c -> c != '\n' && steers(c))
                .mapToObj("U+%04X"::formatted)
                .collect(Collectors.toSet()))
        .as(text)
        .isEmpty();
  }

  /** Requires that every line of standard error begins as ours do, and none as a stranger wants. */
  public static void requireInertLines(String err) {
    requireInert(err);
    assertThat(err).endsWith("\n");
    assertThat(err.split("\n"))
        .allSatisfy(line -> assertThat(line).matches(LINE).doesNotContainPattern("^\\W*FORGED"))
        .noneMatch(line -> line.startsWith("hitledger: FORGED"));
  }

  /** By what Java knows of Unicode; it does not know the three marks from letters. */
  private static boolean steers(int c) {
    int type = Character.getType(c);
    int direction = Character.getDirectionality(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (direction >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING
            && direction <= Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE)
        || "\u061c\u200e\u200f".indexOf(c) >= 0;
  }
}
