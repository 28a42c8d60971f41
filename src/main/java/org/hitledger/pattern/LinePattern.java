package org.hitledger.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hitledger.bytes.Ascii;

/** What the lines of a format look like: fields, and what stands between them. Immutable. */
public final class LinePattern {
  private final Piece[] pieces;
  private final int fields;
  private final Tail tail;

  private LinePattern(Builder built) {
    pieces = Endings.found(built.pieces);
    fields = built.fields;
    tail = built.tail;
  }

  /** What may stand behind the last piece. */
  public enum Tail {
    /** White space. */
    BLANK,
    /** Anything: behind white space if a line can be read so, else behind the first end. */
    ANYTHING
  }

  /**
   * Begins a pattern.
   *
   * @return one without any piece
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Cuts a line into its fields.
   *
   * @param line kept by what is found, never changed
   * @return where they are, if the line fits
   */
  public Optional<Fields> scan(byte[] line) {
    var scan = new LineScan(this, line);
    return scan.isMatch() ? Optional.of(scan.captures()) : Optional.empty();
  }

  /**
   * Tells why a line does not fit.
   *
   * @param line its bytes
   * @return the farthest place that was reached; nothing if the line fits
   */
  public Optional<Mismatch> mismatch(byte[] line) {
    var scan = new LineScan(this, line);
    return scan.isMatch() ? Optional.empty() : Optional.of(scan.mismatch());
  }

  Piece piece(int index) {
    return pieces[index];
  }

  int size() {
    return pieces.length;
  }

  int fields() {
    return fields;
  }

  boolean mayEndAnywhere() {
    return tail == Tail.ANYTHING;
  }

  boolean mayEndAt(int end, byte[] line) {
    return switch (tail) {
      case ANYTHING -> end == line.length || Ascii.isSpace(line[end]);
      case BLANK -> isBlankFrom(end, line);
    };
  }

  private static boolean isBlankFrom(int start, byte[] line) {
    int i = start;
    while (i < line.length && Ascii.isSpace(line[i])) {
      i++;
    }
    return i == line.length;
  }

  /** Puts a pattern together, piece by piece. */
  public static final class Builder {
    private final List<Piece> pieces = new ArrayList<>();
    private int fields;
    private Tail tail = Tail.BLANK;

    private Builder() {}

    /**
     * Adds what stands between fields.
     *
     * @param text a space in it stands for one space or tab or more; nothing is added for no text
     * @return this
     */
    public Builder literal(String text) {
      if (!text.isEmpty()) {
        pieces.add(new Piece.Literal(text));
      }
      return this;
    }

    /**
     * Adds a field.
     *
     * @param name for messages
     * @param shape what it is made of
     * @return this
     */
    public Builder field(String name, Shape shape) {
      return words(name, shape, 1);
    }

    /**
     * Adds a field of several words.
     *
     * @param name for messages
     * @param words how many
     * @return this
     */
    public Builder words(String name, int words) {
      return words(name, Shape.WORDS, words);
    }

    private Builder words(String name, Shape shape, int words) {
      pieces.add(new Piece.Field(name, shape, words, fields, Endings.UNKNOWN));
      fields++;
      return this;
    }

    /**
     * Says what may follow the last piece; white space unless said otherwise.
     *
     * @param wanted what
     * @return this
     */
    public Builder tail(Tail wanted) {
      tail = wanted;
      return this;
    }

    /**
     * Whether the last piece is a field, from which another could not be told.
     *
     * @return false at the start and behind a literal
     */
    public boolean endsWithField() {
      return !pieces.isEmpty() && pieces.get(pieces.size() - 1) instanceof Piece.Field;
    }

    /**
     * How many fields there are.
     *
     * @return also the slot of the next one
     */
    public int fields() {
      return fields;
    }

    /**
     * Ends it.
     *
     * @return the pattern of these pieces
     */
    public LinePattern build() {
      return new LinePattern(this);
    }
  }
}
