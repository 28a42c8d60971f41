package org.hitledger.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of bytes that can be asked on the way. */
final class Sha256 {
  private final MessageDigest digest = newDigest();

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String of(byte[] bytes, int length) {
    var sha = new Sha256();
    sha.add(bytes, 0, length);
    return sha.soFar();
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
