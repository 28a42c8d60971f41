package org.hitledger.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What a ledger's digests of texts begin with. With a secret key nobody who has the digests can
 * find out a line by trying all that it may be.
 */
public final class DigestKey {
  /** For digests that are no secret. */
  public static final DigestKey NONE = new DigestKey(new byte[0]);

  private final byte[] bytes;

  /**
   * A key.
   *
   * @param bytes of the key; none for plain digests
   */
  public DigestKey(byte[] bytes) {
    this.bytes = Arrays.copyOf(bytes, bytes.length);
  }

  /**
   * Begins a digest.
   *
   * @return the SHA-256 of the key, to which a text is added
   */
  public MessageDigest begin() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
