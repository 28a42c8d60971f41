package org.hitledger.logformat;

/** A part of a format's string. */
sealed interface Token {
  /**
   * Bytes that stand between fields.
   *
   * @param text one character or more
   */
  record Text(String text) implements Token {}

  /**
   * A field.
   *
   * @param directive what it is
   * @param at where it stands in the string, from 0
   */
  record Field(Directive directive, int at) implements Token {}
}
