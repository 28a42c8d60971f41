package org.hitledger.identity;

/**
 * A text from its start up to some place.
 *
 * @param bytes how many, unpacked
 * @param lines how many, one without its end too
 * @param sha256 of exactly these bytes, behind the ledger's key, in hexadecimal digits
 * @param fields the last line among them that begins with {@code #Fields:}, as W3C logs name their
 *     fields; empty if there is none
 */
public record Entered(long bytes, long lines, String sha256, String fields) {
  /** Nothing at all. */
  public static final Entered NOTHING = new Entered(0, 0, "", "");

  /** Whether both are the same bytes. */
  boolean isSameText(Entered other) {
    return bytes == other.bytes && sha256.equals(other.sha256);
  }
}
