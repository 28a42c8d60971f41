package org.hitledger.logformat;

/** Why a line is not an access; of several reasons the first listed counts. */
public enum Unparsed implements ParsedLine {
  /** Nothing but whitespace. */
  BLANK,
  /** Neither the Common nor the Combined shape. */
  NO_MATCH,
  /** A time that is not one. */
  BAD_TIME
}
