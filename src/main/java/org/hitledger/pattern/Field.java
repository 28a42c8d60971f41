package org.hitledger.pattern;

/**
 * A field of a pattern, with what stands behind it.
 *
 * @param name what messages call it
 * @param shape what it is made of
 * @param words how many words, for {@link Shape#WORDS}
 * @param behind without a byte if nothing does
 * @param kind how its ends are found
 * @param isRemembered whether it is remembered from where it led nowhere; only fields that can be
 *     tried from several bytes of one word need it
 */
record Field(
    String name, Shape shape, int words, Literal behind, EndKind kind, boolean isRemembered) {

  /** What follows it, where something does. */
  char stop() {
    return (char) behind.at(0);
  }

  /** What was expected where a line does not fit, for messages. */
  String expectation() {
    return "%s (%s)".formatted(name, shape);
  }

  /** How the ends of a field are found. */
  enum EndKind {
    /** There is one, behind the word. */
    WORD(false),
    /** There is one, behind as many words as asked for. */
    WORDS(false),
    /** There is one, behind a list of words. */
    LIST(false),
    /** There is one, behind digits or a dash. */
    NUMBER(false),
    /** There is one, behind a number. */
    DECIMAL(false),
    /** There is one, where the line ends, but for white space. */
    LINE(false),
    /** There is one, before the quote that ends the line. */
    LAST_QUOTE(false),
    /** Where white space begins. */
    SPACE(true),
    /** Behind a word right before what follows; else where white space begins. */
    WORD_OR_SPACE(true),
    /** Before each quote that is not escaped. */
    QUOTE(true),
    /** Before each byte with which what follows starts. */
    STOP(true),
    /** Before each such byte of the word. */
    STOP_IN_WORD(true),
    /** Before each such byte of the last word, of as many as asked for. */
    STOP_IN_LAST_WORD(true);

    private final boolean isChoice;

    EndKind(boolean isChoice) {
      this.isChoice = isChoice;
    }

    /** Whether there may be more than one. */
    boolean isChoice() {
      return isChoice;
    }
  }
}
