package org.hitledger.pattern;

import java.util.List;
import org.hitledger.pattern.Piece.EndKind;
import org.hitledger.pattern.Piece.Ending;
import org.hitledger.pattern.Piece.Field;
import org.hitledger.pattern.Piece.Literal;

/** Tells where each field of a pattern may end, by its shape and by what follows it. */
final class Endings {
  /** Until all pieces are known. */
  static final Ending UNKNOWN = new Ending(EndKind.SHAPE, ' ', false);

  private Endings() {}

  static Piece[] found(List<Piece> pieces) {
    Piece[] found = pieces.toArray(Piece[]::new);
    for (int i = 0; i < found.length; i++) {
      if (found[i] instanceof Field field) {
        found[i] = withEnding(field, i, pieces);
      }
    }
    return found;
  }

  private static Field withEnding(Field field, int index, List<Piece> pieces) {
    boolean isLast = index + 1 == pieces.size();
    boolean isAttached =
        index > 0 && pieces.get(index - 1) instanceof Literal before && !before.endsWithSpace();
    char stop =
        isLast || !(pieces.get(index + 1) instanceof Literal next) ? ' ' : (char) next.at(0);
    EndKind kind = kind(field.shape(), isLast, stop);
    boolean isRemembered = kind != EndKind.LINE && (kind != EndKind.SHAPE || isAttached);
    return new Field(
        field.name(),
        field.shape(),
        field.words(),
        field.slot(),
        new Ending(kind, stop, isRemembered));
  }

  private static EndKind kind(Shape shape, boolean isLast, char stop) {
    return switch (shape) {
      case NUMBER, DECIMAL -> EndKind.SHAPE;
      case LIST -> isLast || stop == ' ' ? EndKind.SHAPE : EndKind.STOP;
      case WORD, WORDS -> stop == ' ' ? EndKind.SHAPE : EndKind.STOP;
      case QUOTED -> EndKind.QUOTE;
      case TEXT, WORD_OR_TEXT -> isLast ? EndKind.LINE : stop == ' ' ? EndKind.SPACE : EndKind.STOP;
    };
  }
}
