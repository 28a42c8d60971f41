package org.hitledger.property;

/** The fields of a line, in their order. A Common line has none after the size. */
enum Field {
  HOST,
  IDENTITY,
  USER,
  TIME,
  REQUEST,
  STATUS,
  SIZE,
  REFERER,
  AGENT;

  /** The field's text with the marks that stand around it in a line. */
  String marked(String text) {
    return switch (this) {
      case TIME -> "[" + text + "]";
      case REQUEST, REFERER, AGENT -> "\"" + text + "\"";
      default -> text;
    };
  }
}
