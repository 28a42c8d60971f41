package org.hitledger.detect;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;
import org.hitledger.pattern.Mismatch;
import org.hitledger.text.VisibleText;

/**
 * A line that is none of a format.
 *
 * @param number of the line, from 1
 * @param line its first bytes, made safe to look at
 * @param mismatch where it stops fitting
 */
public record Misfit(long number, String line, Mismatch mismatch) {
  private static final int MOST_CHARACTERS = 200;

  static Misfit of(long number, byte[] line, Mismatch mismatch) {
    return new Misfit(number, shown(line), mismatch);
  }

  /**
   * The start of a line, for messages.
   *
   * @param line its bytes
   * @return 200 characters at most, none of which steers a terminal
   */
  public static String shown(byte[] line) {
    var start = new ByteSlice(line, 0, Math.min(line.length, MOST_CHARACTERS));
    String text = VisibleText.of(new String(EscapedUtf8.escape(start), UTF_8));
    return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
  }

  @Override
  public String toString() {
    return "line %,d: %s; from column %,d on it should be %s"
        .formatted(number, line, mismatch.column(), mismatch.expected());
  }
}
