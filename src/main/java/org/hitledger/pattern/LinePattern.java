package org.hitledger.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSearch;

/** What the lines of a format look like: fields, and what stands between them. Immutable. */
public final class LinePattern {
  private final Literal start;
  private final Field[] fields;

  /** For each field, and for the end, the last field before it that is remembered, or -1. */
  private final int[] choices;

  /** The index of the first field that is a list; how many fields there are if none is. */
  private final int firstList;

  private final Tail tail;

  private LinePattern(Literal start, List<Field> fields, Tail tail) {
    this.start = start;
    this.fields = fields.toArray(Field[]::new);
    this.tail = tail;
    choices = choices(fields);
    int list = fields.stream().map(Field::kind).toList().indexOf(Field.EndKind.LIST);
    firstList = list < 0 ? fields.size() : list;
  }

  private static int[] choices(List<Field> fields) {
    int[] choices = new int[fields.size() + 1];
    choices[0] = -1;
    for (int i = 0; i < fields.size(); i++) {
      choices[i + 1] = fields.get(i).isRemembered() ? i : choices[i];
    }
    return choices;
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
   * @param escapes whether a backslash before a quote says that it closes nothing
   * @return where they are, if the line fits
   */
  public Optional<Fields> scan(byte[] line, boolean escapes) {
    var scan = new LineScan(this, line, escapes);
    return scan.isMatch() ? Optional.of(scan.captures()) : Optional.empty();
  }

  /**
   * Whether a line may look another way to those to whom a backslash is a byte as any other.
   *
   * @param line its bytes
   * @return whether a backslash stands before a quote
   */
  public static boolean mayEscape(byte[] line) {
    int quote = ByteSearch.indexOf('"', line, 0, line.length);
    while (quote < line.length && (quote == 0 || line[quote - 1] != '\\')) {
      quote = ByteSearch.indexOf('"', line, quote + 1, line.length);
    }
    return quote < line.length;
  }

  /**
   * Tells why a line does not fit.
   *
   * @param line its bytes
   * @return the farthest place that was reached; nothing if the line fits
   */
  public Optional<Mismatch> mismatch(byte[] line) {
    var scan = new LineScan(this, line, true);
    boolean isMatch = scan.isMatch() || (mayEscape(line) && scan(line, false).isPresent());
    return isMatch ? Optional.empty() : Optional.of(scan.mismatch());
  }

  /** What stands before all fields, perhaps nothing. */
  Literal start() {
    return start;
  }

  /** Not to be changed. */
  Field[] fields() {
    return fields;
  }

  boolean isBehindList(int index) {
    return index > firstList;
  }

  int choiceBefore(int index) {
    return choices[index];
  }

  /** What was expected, by its number in a scan. */
  String expectation(int number) {
    if (number == LineScan.BEFORE_ALL) {
      return start.expectation();
    }
    if (number == 2 * fields.length) {
      return "the end of the line";
    }
    Field field = fields[number / 2];
    return number % 2 == 0 ? field.expectation() : field.behind().expectation();
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
    private final List<Named> named = new ArrayList<>();

    /** What stands before each field, and behind the last. */
    private final List<StringBuilder> texts = new ArrayList<>(List.of(new StringBuilder()));

    private Tail tail = Tail.BLANK;

    private Builder() {}

    /** A field without its surroundings. */
    private record Named(String name, Shape shape, int words) {}

    /**
     * Adds what stands between fields.
     *
     * @param text a space in it stands for one space or tab or more
     * @return this
     */
    public Builder literal(String text) {
      texts.get(named.size()).append(text);
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
      return add(new Named(name, shape, 1));
    }

    /**
     * Adds a field of several words.
     *
     * @param name for messages
     * @param words how many
     * @return this
     */
    public Builder words(String name, int words) {
      return add(new Named(name, Shape.WORDS, words));
    }

    private Builder add(Named field) {
      named.add(field);
      texts.add(new StringBuilder());
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
      return !named.isEmpty() && texts.get(named.size()).isEmpty();
    }

    /**
     * Ends it.
     *
     * @return the pattern of these pieces
     */
    public LinePattern build() {
      List<Literal> literals =
          texts.stream().map(StringBuilder::toString).map(Literal::new).toList();
      List<Field> fields = new ArrayList<>();
      for (int i = 0; i < named.size(); i++) {
        Named field = named.get(i);
        boolean isEnd = tail == Tail.BLANK && i + 1 == named.size();
        fields.add(
            Endings.field(
                field.name(),
                field.shape(),
                field.words(),
                literals.get(i),
                literals.get(i + 1),
                isEnd));
      }
      return new LinePattern(literals.get(0), fields, tail);
    }
  }
}
