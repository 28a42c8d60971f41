package org.hitledger.identity;

/**
 * What a text is up to the end of one of its lines, to find out how far two texts are equal.
 *
 * @param line how many lines
 * @param bytes how many bytes, unpacked
 * @param digest of these: the first 16 hexadecimal digits of their SHA-256
 */
record Mark(long line, long bytes, String digest) {
  private static final int DIGITS = 16;

  static Mark of(long line, long bytes, String sha256) {
    return new Mark(line, bytes, digest(sha256));
  }

  static String digest(String sha256) {
    return sha256.substring(0, DIGITS);
  }
}
