package org.hitledger.identity;

import java.security.MessageDigest;
import java.util.HexFormat;

/** A digest of bytes that can be asked on the way. */
final class Sha256 {
  private final MessageDigest digest;

  Sha256(DigestKey key) {
    digest = key.begin();
  }

  void add(byte[] bytes, int from, int count) {
    digest.update(bytes, from, count);
  }

  /** Of all bytes so far, in hexadecimal digits. */
  String soFar() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the SHA-256 of every JDK can be cloned", e);
    }
  }
}
