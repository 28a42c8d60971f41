package org.hitledger.compression;

/** What the reader of a packed file can come upon. The names are written into results. */
public enum Defect {
  /** The file ends before its last member does. */
  TRUNCATED("the file ends inside a member"),
  /** A member's header has a field that cannot be. */
  BAD_HEADER("a member's header is broken"),
  /** The packed data makes no sense, or does not fit the checksum that its library looks at. */
  BAD_DATA("the compressed data is broken"),
  /** The data is not what the member's checksum says. */
  BAD_CHECKSUM("the checksum does not fit the data"),
  /** It may be whole, but not for us. */
  UNSUPPORTED("a member needs a dictionary, a filter or more than 128 MiB of memory to unpack"),
  /** The data is not as long as the member's trailer says. */
  BAD_LENGTH("the length does not fit the data"),
  /** What follows a member is no member, and not zeros alone. */
  GARBAGE("what follows the last member is something else"),
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
