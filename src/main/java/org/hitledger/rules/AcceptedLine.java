package org.hitledger.rules;

import org.hitledger.access.Access;
import org.hitledger.bytes.EscapedUtf8;

/**
 * A line that is an access, whether it counts or not.
 *
 * @param access what it says
 * @param outcome {@link Outcome#COUNTED}, or the filter that stopped it
 */
public record AcceptedLine(Access access, Outcome outcome) implements ClassedLine {

  /**
   * What it counts for.
   *
   * @return its path, if it counts
   */
  public Verdict verdict() {
    return outcome == Outcome.COUNTED
        ? new Counted(
            EscapedUtf8.escape(access.url().orElseThrow().path()), access.time().epochSecond())
        : Uncounted.because(outcome);
  }
}
