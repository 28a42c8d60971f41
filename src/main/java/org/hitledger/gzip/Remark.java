package org.hitledger.gzip;

/**
 * Something found in a gzip file, and where.
 *
 * @param finding what
 * @param offset in the compressed file, in bytes; where broken data was noticed, which may be later
 *     than where it broke
 */
public record Remark(Finding finding, long offset) {

  /**
   * Reads what {@link #code} has written.
   *
   * @param code the text
   * @return the remark
   * @throws IllegalArgumentException if it is none
   */
  public static Remark decode(String code) {
    int space = code.indexOf(' ');
    return new Remark(
        Finding.valueOf(code.substring(0, space)), Long.parseLong(code.substring(space + 1)));
  }

  /**
   * The remark as a short text for {@link #decode}.
   *
   * @return ASCII without control characters
   */
  public String code() {
    return finding.name() + " " + offset;
  }

  @Override
  public String toString() {
    return "%s (at byte %,d)".formatted(finding, offset);
  }
}
