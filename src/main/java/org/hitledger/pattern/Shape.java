package org.hitledger.pattern;

/**
 * What a field may be made of. Where several ends fit, it is the first with which all the rest
 * does.
 */
public enum Shape {
  /** One byte or more, none of them white space. */
  WORD("a word"),
  /** As many words as asked for, such as the two of a time with its zone. */
  WORDS("words"),
  /** Words of a list, with a comma behind a word or a colon between two, as nginx joins them. */
  LIST("a list of words"),
  /** Any bytes, or none. */
  TEXT("text"),
  /** Any bytes, or none, up to a quote that no backslash escapes. */
  QUOTED("text in quotes"),
  /** One word right before what follows, whatever word; else any bytes, or none. */
  WORD_OR_TEXT("a word, words or nothing"),
  /** Digits, or a dash. */
  NUMBER("digits or -"),
  /** Digits with or without a point and a sign, or a dash. */
  DECIMAL("a number or -");

  private final String description;

  Shape(String description) {
    this.description = description;
  }

  /** For messages. */
  @Override
  public String toString() {
    return description;
  }
}
