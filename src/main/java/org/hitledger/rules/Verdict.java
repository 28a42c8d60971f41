package org.hitledger.rules;

/** The class of one line and, if it counts, what for. */
public sealed interface Verdict permits Counted, Uncounted {

  /**
   * The class.
   *
   * @return any but {@link Outcome#DAMAGED}, which no line shows by itself
   */
  Outcome outcome();
}
