package org.hitledger.compression;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file for a library that unpacks them, which must not take more than it needs. The
 * library throws the same for damage as for trouble with reading; here they are told apart.
 */
final class StoredStream extends InputStream {
  private final StoredBytes raw;
  private boolean isPastEnd;
  private IOException trouble;

  StoredStream(StoredBytes raw) {
    this.raw = raw;
  }

  @Override
  public int read() throws IOException {
    if (peek() == StoredBytes.END) {
      return -1;
    }
    return raw.next();
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    return peek() == StoredBytes.END ? -1 : raw.take(to, from, length);
  }

  @Override
  public int available() {
    return raw.atHand();
  }

  private int peek() throws IOException {
    try {
      int next = raw.peek();
      isPastEnd |= next == StoredBytes.END;
      return next;
    } catch (IOException e) {
      trouble = e;
      throw e;
    }
  }

  /**
   * What a failure of the library comes from.
   *
   * @param failure what it threw
   * @param defect what it is if it is damage, and not for want of bytes
   * @param unpackedBefore bytes that it gave in the same call
   * @return the damage
   * @throws IOException if it is none, but trouble with reading
   */
  DamageException damage(Exception failure, Defect defect, int unpackedBefore) throws IOException {
    if (trouble != null) {
      throw trouble;
    }
    var damage =
        new DamageException(isPastEnd ? Defect.TRUNCATED : defect, raw.offset(), unpackedBefore);
    damage.addSuppressed(failure);
    return damage;
  }
}
