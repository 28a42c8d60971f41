package org.hitledger.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import org.hitledger.bytes.Ascii;

/**
 * A text to look for in user agents.
 *
 * @param bytes of UTF-8, its ASCII letters in lower case
 * @param crawler whose user agent contains it
 */
// An array in a record compares by identity; patterns are looked for and never compared.
@SuppressWarnings("ArrayRecordComponent")
record AgentPattern(byte[] bytes, Crawler crawler) {
  /** Of several that an agent contains, the first is the one that counts. */
  static final Comparator<AgentPattern> LONGEST_FIRST =
      Comparator.comparingInt((AgentPattern pattern) -> pattern.bytes.length).reversed();

  static byte[] bytesOf(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = Ascii.lower(bytes[i]);
    }
    return bytes;
  }
}
