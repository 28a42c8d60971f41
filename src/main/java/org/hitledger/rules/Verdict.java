package org.hitledger.rules;

/** The class of one line and, if it counts, what for. */
public sealed interface Verdict permits Counted, Uncounted {

  /**
   * The class.
   *
   * @return one of the nine
   */
  Outcome outcome();
}
