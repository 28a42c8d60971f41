package org.hitledger.compression;

import java.util.Arrays;
import java.util.Optional;

/** Looks at the first unpacked bytes of a file as they pass, whether they are lines. */
public final class UnpackedHead {
  private final byte[] head = new byte[ForeignContent.HEAD];
  private int length;
  private boolean isKnown;

  /**
   * Looks at more bytes, until it has seen enough.
   *
   * @throws ForeignContentException if what has come are no lines
   */
  public void add(byte[] bytes, int from, int count) throws ForeignContentException {
    if (isKnown) {
      return;
    }
    int added = Math.min(count, head.length - length);
    System.arraycopy(bytes, from, head, length, added);
    length += added;
    if (length == head.length) {
      requireLines();
    }
  }

  /**
   * Decides by what has come, if that is not done yet.
   *
   * @throws ForeignContentException if these are no lines
   */
  public void requireLines() throws ForeignContentException {
    if (isKnown) {
      return;
    }
    isKnown = true;
    Optional<ForeignContent> content = ForeignContent.inside(Arrays.copyOf(head, length));
    if (content.isPresent()) {
      throw new ForeignContentException(content.get());
    }
  }
}
