package org.hitledger.rules;

/**
 * A hit.
 *
 * @param path the path it counts for, in UTF-8; a byte that was not UTF-8 stands as {@code \xHH}
 * @param epochSecond when it was, in seconds since 1970-01-01T00:00:00Z
 */
// An array in a record compares by identity; verdicts are made once a line and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Counted(byte[] path, long epochSecond) implements Verdict {
  @Override
  public Outcome outcome() {
    return Outcome.COUNTED;
  }
}
