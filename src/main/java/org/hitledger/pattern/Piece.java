package org.hitledger.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A part of a pattern: what stands between fields, or a field. */
sealed interface Piece {

  /** What was expected where a line does not fit, for messages. */
  String expectation();

  /** Bytes as they are; but a space stands for one space or tab or more. */
  final class Literal implements Piece {
    private final byte[] bytes;

    Literal(String text) {
      bytes = text.getBytes(UTF_8);
    }

    int length() {
      return bytes.length;
    }

    byte at(int index) {
      return bytes[index];
    }

    boolean endsWithSpace() {
      return bytes[bytes.length - 1] == ' ';
    }

    @Override
    public String expectation() {
      return "'" + new String(bytes, UTF_8) + "'";
    }
  }

  /**
   * A field.
   *
   * @param name what messages call it
   * @param shape what it is made of
   * @param words how many words, for {@link Shape#WORDS}
   * @param slot where it is kept
   * @param ending where it may end
   */
  record Field(String name, Shape shape, int words, int slot, Ending ending) implements Piece {
    @Override
    public String expectation() {
      return "%s (%s)".formatted(name, shape);
    }
  }

  /**
   * Where a field may end.
   *
   * @param kind how its ends are found
   * @param stop what follows the field, for {@link EndKind#STOP}
   * @param isRemembered whether an end that led nowhere is remembered; only fields that can be
   *     tried from several bytes of one word need it
   */
  record Ending(EndKind kind, char stop, boolean isRemembered) {}

  /** How the ends of a field are found. */
  enum EndKind {
    /** There is one, where its shape ends. */
    SHAPE,
    /** There is one, where the line does, but for white space. */
    LINE,
    /** Where white space begins. */
    SPACE,
    /** Before each quote that is not escaped. */
    QUOTE,
    /** Before each byte with which what follows starts. */
    STOP
  }
}
