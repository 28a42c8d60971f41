package org.hitledger.rules;

import java.io.Serializable;
import org.hitledger.access.Access;
import org.hitledger.access.ByteSlice;
import org.hitledger.access.EscapedUtf8;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.Unparsed;

/** Puts every line into its class. Immutable, so that all tasks of a process may share one. */
public final class LineClassifier implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PathFilter filter;

  /**
   * A classifier by some rules.
   *
   * @param rules what is excluded, and the section
   */
  public LineClassifier(PathRules rules) {
    filter = new PathFilter(rules);
  }

  /**
   * Classifies one line.
   *
   * @param line its bytes without the LF, any bytes at all
   * @return its class, and if it is counted the path it counts for
   */
  public Verdict classify(byte[] line) {
    ParsedLine parsed = ParsedLine.of(line);
    return parsed instanceof Access access
        ? verdictOn(access.path())
        : Uncounted.because(outcomeOf((Unparsed) parsed));
  }

  private Verdict verdictOn(ByteSlice path) {
    Outcome outcome = filter.outcomeOf(path);
    return outcome == Outcome.COUNTED
        ? new Counted(EscapedUtf8.escape(path))
        : Uncounted.because(outcome);
  }

  private static Outcome outcomeOf(Unparsed reason) {
    return switch (reason) {
      case BLANK -> Outcome.BLANK;
      case NO_MATCH -> Outcome.NO_MATCH;
      case BAD_REQUEST -> Outcome.BAD_REQUEST;
      case BAD_TIME -> Outcome.BAD_TIME;
    };
  }
}
