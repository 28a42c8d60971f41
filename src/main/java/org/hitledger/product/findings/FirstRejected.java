package org.hitledger.product.findings;

import java.io.Serializable;
import org.hitledger.detect.Misfit;
import org.hitledger.logformat.LineReader;
import org.hitledger.pattern.Mismatch;
import org.hitledger.rules.Outcome;

/**
 * The first rejected line of a file.
 *
 * @param partStart where the part of the file begins that it was found in, in bytes
 * @param number of the line in that part, from 1
 * @param outcome why it is rejected
 * @param column of the byte where it stops fitting, from 1; 0 if it is not that
 * @param expected what should stand there
 * @param line its start, made safe to look at
 */
public record FirstRejected(
    long partStart, long number, Outcome outcome, int column, String expected, String line)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static FirstRejected of(
      long partStart, long number, Outcome outcome, byte[] line, LineReader reader) {
    Mismatch mismatch =
        outcome == Outcome.NO_MATCH
            ? reader.mismatch(line).orElse(new Mismatch(0, ""))
            : new Mismatch(0, "");
    return new FirstRejected(
        partStart, number, outcome, mismatch.column(), mismatch.expected(), Misfit.shown(line));
  }

  /**
   * Where the line is.
   *
   * @return for messages
   */
  public String place() {
    return partStart == 0
        ? "line %,d".formatted(number)
        : "line %,d behind byte %,d".formatted(number, partStart);
  }

  /**
   * Why it is rejected.
   *
   * @return for messages, without any of its text
   */
  public String reason() {
    return column == 0
        ? outcome.label()
        : "%s, from column %,d on it should be %s".formatted(outcome.label(), column, expected);
  }
}
