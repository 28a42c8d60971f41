package org.hitledger.property;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Texts at random, with one character for each byte. */
final class Texts {
  private static final String SPACES = " \t\n\u000b\f\r";

  private Texts() {}

  /** Any bytes. */
  static StringArbitrary bytes() {
    return Arbitraries.strings().withCharRange('\0', '\u00ff');
  }

  /** Bytes that mean something to the grammar, and few that do not. */
  static StringArbitrary structural() {
    return Arbitraries.strings().withChars("\" \t[]/;?#:-5aG\\\0\u00c3\u00a9");
  }

  /** One word: no whitespace, one byte or more. */
  static StringArbitrary word() {
    return Arbitraries.strings()
        .withCharRange('\0', '\u0008')
        .withCharRange('\u000e', '\u001f')
        .withCharRange('!', '\u00ff')
        .ofMinLength(1);
  }

  /** One word of a request, which a quote does not end: behind that one, the request might. */
  static Arbitrary<String> requestWord(int longest) {
    return word().ofMaxLength(longest).map(word -> word.endsWith("\"") ? word + "'" : word);
  }

  /** A token with a letter in it; what follows a CONNECT would have no path. */
  static Arbitrary<String> method() {
    return Arbitraries.strings()
        .withChars("!#$%&'*+-.^_`|~09azAZ")
        .ofMaxLength(6)
        .map(token -> token + "a")
        .withoutEdgeCases();
  }

  /** Perhaps none. */
  static Arbitrary<String> protocol() {
    return Arbitraries.of("HTTP/1.1", "HTTP/2", "h/0", "RTSP/10.22", "");
  }

  /** Whitespace, at least one byte of it. */
  static Arbitrary<String> space() {
    return Arbitraries.oneOf(
        Arbitraries.of(" ", "  ", "   "),
        Arbitraries.strings().withChars(SPACES).ofMinLength(1).ofMaxLength(4));
  }

  static StringArbitrary digits() {
    return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25);
  }
}
