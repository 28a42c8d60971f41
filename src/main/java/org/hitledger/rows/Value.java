package org.hitledger.rows;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hitledger.text.Json;

/** A value in a row of a result, free of the engine that it comes from. */
public sealed interface Value {

  /**
   * What a cell of a table shows.
   *
   * @return the value itself, or its JSON if it has parts
   */
  String text();

  /**
   * What a program reads.
   *
   * @return the value as {@link #text} has it, numbers without separators
   */
  default String plain() {
    return text();
  }

  /** SQL's NULL: an empty cell, and {@code null} in JSON. */
  enum Missing implements Value {
    /** The only one. */
    NULL;

    @Override
    public String text() {
      return "";
    }

    /** What Jackson writes: it takes a null from here for JSON's, and a name for a text. */
    @JsonValue
    Object json() {
      return null;
    }
  }

  /**
   * True or false.
   *
   * @param isTrue which
   */
  record Truth(@JsonValue boolean isTrue) implements Value {
    @Override
    public String text() {
      return Boolean.toString(isTrue);
    }
  }

  /**
   * A number.
   *
   * @param number as exact as it came
   */
  record Numeric(@JsonValue Number number) implements Value {
    @Override
    public String text() {
      return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }
  }

  /**
   * How many there are of something: tables show it with separators between thousands.
   *
   * @param count the number
   */
  record Count(@JsonValue long count) implements Value {
    @Override
    public String text() {
      return String.format(Locale.ROOT, "%,d", count);
    }

    @Override
    public String plain() {
      return Long.toString(count);
    }
  }

  /**
   * A text, and whatever is shown as one, such as a time.
   *
   * @param text as it came
   */
  record Text(@JsonValue String text) implements Value {}

  /**
   * An array.
   *
   * @param items in order
   */
  record Sequence(@JsonValue List<Value> items) implements Value {
    /** Takes a copy. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String text() {
      return Json.line(this);
    }
  }

  /**
   * A struct or a map.
   *
   * @param members by name, in order
   */
  record Structure(@JsonValue Map<String, Value> members) implements Value {
    @Override
    public String text() {
      return Json.line(this);
    }
  }
}
