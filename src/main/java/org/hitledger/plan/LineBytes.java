package org.hitledger.plan;

/** How long a line may be, as users write it: in bytes without its end. */
public final class LineBytes {
  /** Unless said otherwise. */
  public static final String USUAL = "1048576";

  /** What the buffers of Hadoop's line reader, doubled as they grow, hold with ease. */
  private static final int MOST = 1 << 29;

  private LineBytes() {}

  /**
   * Reads a limit.
   *
   * @param text a number
   * @return bytes, one or more
   * @throws IllegalArgumentException if it is none, with what is expected
   */
  public static int read(String text) {
    try {
      int bytes = Integer.parseInt(text);
      if (bytes > 0 && bytes <= MOST) {
        return bytes;
      }
    } catch (NumberFormatException e) {
      // The same answer as for a number out of range.
    }
    throw new IllegalArgumentException(
        "expected a number of bytes from 1 to %d, but was '%s'".formatted(MOST, text));
  }
}
