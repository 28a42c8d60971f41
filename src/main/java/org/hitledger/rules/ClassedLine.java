package org.hitledger.rules;

/** A line with its class, and with what it says if it is an access. */
public sealed interface ClassedLine permits AcceptedLine, Uncounted {

  /**
   * The class.
   *
   * @return any but {@link Outcome#DAMAGED}, which no line shows by itself
   */
  Outcome outcome();
}
