package org.hitledger.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.hitledger.bytes.ByteSearch;

/** What stands before and behind fields: bytes as they are; but a space is one or more, or tabs. */
final class Literal {
  private final byte[] bytes;

  /** The first eight bytes as one number, and the bits of it that count. */
  private final long word;

  private final long mask;

  Literal(String text) {
    bytes = text.getBytes(UTF_8);
    long first = 0;
    long counting = 0;
    for (int i = 0; i < Math.min(bytes.length, Long.BYTES); i++) {
      first |= Byte.toUnsignedLong(bytes[i]) << (Byte.SIZE * i);
      counting |= 0xffL << (Byte.SIZE * i);
    }
    word = first;
    mask = counting;
  }

  /** Whether it stands there byte by byte, which for nearly all lines says all. */
  boolean isPlainlyAt(int start, byte[] line) {
    return bytes.length <= Long.BYTES && ByteSearch.isAt(word, mask, line, start);
  }

  int length() {
    return bytes.length;
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  byte at(int index) {
    return bytes[index];
  }

  boolean endsWithSpace() {
    return bytes.length > 0 && bytes[bytes.length - 1] == ' ';
  }

  boolean isQuote() {
    return bytes.length == 1 && bytes[0] == '"';
  }

  /** What was expected where a line does not fit, for messages. */
  String expectation() {
    return "'" + new String(bytes, UTF_8) + "'";
  }
}
