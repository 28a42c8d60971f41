package org.hitledger.fuzz;

import org.hitledger.access.LogTime;
import org.hitledger.access.RequestLine;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;
import org.hitledger.testing.Decision;
import org.hitledger.testing.Details;

/** What the fuzzer runs, over and over, in a process of its own. */
public final class LineFuzzTarget {
  private LineFuzzTarget() {}

  /**
   * Takes one line; the name and the type are what the fuzzer looks for.
   *
   * @param line any bytes
   */
  public static void fuzzerTestOneInput(byte[] line) {
    Decision expected = Decision.byOracle(line);
    Decision found = Decision.byClassifier(line);
    if (!found.equals(expected)) {
      throw new AssertionError(
          "on the line %s the oracle decides %s, but the classifier %s"
              .formatted(Decision.visible(line), expected, found));
    }
    askForAllDetails(line);
  }

  /** Nothing is expected of them but that they answer. */
  private static void askForAllDetails(byte[] line) {
    Details.of(line).forEach(EscapedUtf8::escape);
    RequestLine.parse(ByteSlice.of(line));
    LogTime.parse(ByteSlice.of(line));
  }
}
