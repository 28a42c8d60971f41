package org.hitledger.identity;

import java.util.Arrays;
import org.hitledger.bytes.ByteSearch;

/** The first bytes of a text, by which it is found again. */
// Arrays in records compare by identity; heads are looked into and never compared.
@SuppressWarnings("ArrayRecordComponent")
record Head(byte[] bytes, DigestKey key) {
  /** Some lines of most logs. */
  static final int MOST_BYTES = 4096;

  /** Of a text's first bytes, of which there may be more than are looked at. */
  static Head of(byte[] bytes, int length, DigestKey key) {
    return new Head(Arrays.copyOf(bytes, Math.min(length, MOST_BYTES)), key);
  }

  /**
   * What texts have in common that may be equal: the first line, or what can be seen of it. If it
   * is all of a text, it may have been copied before it had its end.
   */
  String beginning() {
    int end = ByteSearch.indexOf('\n', bytes, 0, bytes.length);
    if (end < bytes.length) {
      return digest(end + 1);
    }
    byte[] line = bytes;
    if (bytes.length < MOST_BYTES) {
      line = Arrays.copyOf(bytes, bytes.length + 1);
      line[bytes.length] = '\n';
    }
    return digest(line, line.length);
  }

  int length() {
    return bytes.length;
  }

  /** Whether a text may be its beginning, as far as both can be seen. */
  boolean beginsWith(Head other, long length) {
    int seen = (int) Math.min(length, Math.min(length(), other.length()));
    return Arrays.equals(bytes, 0, seen, other.bytes, 0, seen);
  }

  /** What the first of them are; they must be there. */
  String digest(int length) {
    return digest(bytes, length);
  }

  private String digest(byte[] text, int length) {
    var sha = new Sha256(key);
    sha.add(text, 0, length);
    return Mark.digest(sha.soFar());
  }
}
