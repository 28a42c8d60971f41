package org.hitledger.compression;

import java.io.IOException;
import java.io.Serial;

/** A file was unpacked, and what is in it are no lines of text. */
public final class ForeignContentException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final ForeignContent content;

  ForeignContentException(ForeignContent content) {
    super("holds " + content);
    this.content = content;
  }

  /**
   * What is in it.
   *
   * @return what is not read
   */
  public ForeignContent content() {
    return content;
  }
}
