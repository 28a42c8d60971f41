package org.hitledger.logformat;

import org.hitledger.pattern.Shape;
import org.hitledger.timetext.TimeText;

/**
 * A field of a format, as its server's documentation has it.
 *
 * @param name the documented name, for extra fields and messages
 * @param meaning what it tells
 * @param shape what it is made of, where nothing encloses it
 * @param words how many, for {@link Shape#WORDS}
 */
record Directive(String name, Meaning meaning, Shape shape, int words) {

  static Directive of(String name, Meaning meaning, Shape shape) {
    return new Directive(name, meaning, shape, 1);
  }

  static Directive of(String name, AccessField field, int rank, Shape shape) {
    return of(name, new Meaning.Tells(field, rank), shape);
  }

  static Directive of(String name, AccessField field, Shape shape) {
    return of(name, field, Meaning.FIRST, shape);
  }

  static Directive time(String name, TimeText text, int rank) {
    return new Directive(
        name,
        new Meaning.When(text, rank),
        text.words() == 1 ? Shape.WORD : Shape.WORDS,
        text.words());
  }

  static Directive extra(String name, Shape shape) {
    return of(name, new Meaning.Extra(), shape);
  }
}
