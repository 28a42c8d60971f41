package org.hitledger.compression;

/** What the reader of a gzip file can come upon (RFC 1952). The names are written into results. */
public enum Defect {
  /** The file ends before its last member does. */
  TRUNCATED("the file ends inside a gzip member"),
  /** A member's header has a field that cannot be. */
  BAD_HEADER("a member's header is broken"),
  /** The deflated data makes no sense. */
  BAD_DATA("the compressed data is broken"),
  /** The data is not what the member's checksum says. */
  BAD_CHECKSUM("the checksum does not fit the data"),
  /** The data is not as long as the member's trailer says. */
  BAD_LENGTH("the length does not fit the data"),
  /** What follows a member is no member, and not zeros alone. */
  GARBAGE("what follows the last member is no gzip"),
  /**
   * Zeros to the end, as tape drives and some copies leave them. Harmless; gzip(1) ignores them.
   */
  ZEROS("zeros follow the last member");

  private final String text;

  Defect(String text) {
    this.text = text;
  }

  /**
   * Whether something may be lost.
   *
   * @return false for {@link #ZEROS} alone
   */
  public boolean isDamage() {
    return this != ZEROS;
  }

  @Override
  public String toString() {
    return text;
  }
}
