package org.hitledger.rules;

/**
 * A hit.
 *
 * @param path the path it counts for, in UTF-8; a byte that was not UTF-8 stands as {@code \xHH}
 */
// An array in a record compares by identity; verdicts are made once a line and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Counted(byte[] path) implements Verdict {
  @Override
  public Outcome outcome() {
    return Outcome.COUNTED;
  }
}
