package org.hitledger.compression;

import java.io.Serializable;

/**
 * Something found in a packed file, and where.
 *
 * @param defect what it is
 * @param offset in the packed file, in bytes; where broken data was noticed, which may be later
 *     than where it broke
 */
public record FoundDefect(Defect defect, long offset) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Reads what {@link #code} has written.
   *
   * @param code the text
   * @return the defect
   * @throws IllegalArgumentException if it is none
   */
  public static FoundDefect decode(String code) {
    int space = code.indexOf(' ');
    return new FoundDefect(
        Defect.valueOf(code.substring(0, space)), Long.parseLong(code.substring(space + 1)));
  }

  /**
   * The defect as a short text for {@link #decode}.
   *
   * @return ASCII without control characters
   */
  public String code() {
    return defect.name() + " " + offset;
  }

  @Override
  public String toString() {
    return "%s (at byte %,d)".formatted(defect, offset);
  }
}
