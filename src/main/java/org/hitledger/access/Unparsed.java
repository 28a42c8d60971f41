package org.hitledger.access;

/** Why a line is not an access; of several reasons the first listed counts. */
public enum Unparsed implements ParsedLine {
  /** Its format sets it apart, such as the {@code #Fields:} of W3C logs. */
  HEADER,
  /** Not the shape of its format. */
  NO_MATCH,
  /** A time that is not one. */
  BAD_TIME
}
