package org.hitledger.pattern;

import org.hitledger.pattern.Field.EndKind;

/** Tells where a field may end, by its shape and by what stands before and behind it. */
final class Endings {
  private Endings() {}

  /**
   * A field in its place.
   *
   * @param name what messages call it
   * @param shape what it is made of
   * @param words how many words, for {@link Shape#WORDS}
   * @param before what stands before it
   * @param behind what stands behind it
   * @param isEnd whether nothing else may follow in a line
   */
  static Field field(
      String name, Shape shape, int words, Literal before, Literal behind, boolean isEnd) {
    EndKind kind =
        shape == Shape.QUOTED && isEnd && behind.isQuote()
            ? EndKind.LAST_QUOTE
            : kind(shape, behind);
    boolean isAttached = !before.isEmpty() && !before.endsWithSpace();
    boolean isRemembered = kind.isChoice() || (kind != EndKind.LINE && isAttached);
    return new Field(name, shape, words, behind, kind, isRemembered);
  }

  private static EndKind kind(Shape shape, Literal behind) {
    boolean isLast = behind.isEmpty();
    boolean hasSpaceBehind = isLast || behind.at(0) == ' ';
    return switch (shape) {
      case NUMBER -> EndKind.NUMBER;
      case DECIMAL -> EndKind.DECIMAL;
      case LIST -> hasSpaceBehind ? EndKind.LIST : EndKind.STOP;
      case WORD -> hasSpaceBehind ? EndKind.WORD : EndKind.STOP_IN_WORD;
      case WORDS -> hasSpaceBehind ? EndKind.WORDS : EndKind.STOP_IN_LAST_WORD;
      case QUOTED -> EndKind.QUOTE;
      case TEXT -> isLast ? EndKind.LINE : hasSpaceBehind ? EndKind.SPACE : EndKind.STOP;
      case WORD_OR_TEXT ->
          isLast ? EndKind.LINE : hasSpaceBehind ? EndKind.WORD_OR_SPACE : EndKind.STOP;
    };
  }
}
