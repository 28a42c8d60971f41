package org.hitledger.logformat;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSearch;
import org.hitledger.bytes.ByteSlice;

/**
 * The three parts of a request as a server logs them (RFC 9112, 3). A target that was sent with
 * spaces in it, which the RFC forbids and clients do, is put together from all words between the
 * first and the last, joined by one space.
 *
 * @param method the first word
 * @param target the words between; one at least
 * @param protocol the last word
 */
public record RequestLine(ByteSlice method, ByteSlice target, ByteSlice protocol) {

  /**
   * Splits a request.
   *
   * @param request what stands between the quotes of a line
   * @return its parts, or nothing if it has fewer than three words
   */
  public static Optional<RequestLine> parse(ByteSlice request) {
    byte[] bytes = request.array();
    int from = ByteSearch.indexOfNonSpace(bytes, request.from(), request.to());
    int to = spaceStart(bytes, from, request.to());
    int methodEnd = ByteSearch.indexOfSpace(bytes, from, to);
    int protocolStart = wordStart(bytes, from, to);
    int targetStart = ByteSearch.indexOfNonSpace(bytes, methodEnd, to);
    if (targetStart >= protocolStart) {
      return Optional.empty();
    }
    var between = new ByteSlice(bytes, targetStart, spaceStart(bytes, targetStart, protocolStart));
    return Optional.of(
        new RequestLine(
            new ByteSlice(bytes, from, methodEnd),
            joined(between),
            new ByteSlice(bytes, protocolStart, to)));
  }

  /** The words with one space between each two: nearly always what is there already. */
  private static ByteSlice joined(ByteSlice words) {
    byte[] bytes = words.array();
    int i = ByteSearch.indexOfSpace(bytes, words.from(), words.to());
    while (i < words.to()) {
      if (bytes[i] != ' ' || Ascii.isSpace(bytes[i + 1])) {
        return join(words);
      }
      i = ByteSearch.indexOfSpace(bytes, i + 1, words.to());
    }
    return words;
  }

  private static ByteSlice join(ByteSlice words) {
    byte[] bytes = words.array();
    var out = new ByteArrayOutputStream(words.length());
    int at = words.from();
    while (at < words.to()) {
      int end = ByteSearch.indexOfSpace(bytes, at, words.to());
      out.write(bytes, at, end - at);
      at = ByteSearch.indexOfNonSpace(bytes, end, words.to());
      if (at < words.to()) {
        out.write(' ');
      }
    }
    return ByteSlice.of(out.toByteArray());
  }

  private static int spaceStart(byte[] bytes, int from, int to) {
    int i = to;
    while (i > from && Ascii.isSpace(bytes[i - 1])) {
      i--;
    }
    return i;
  }

  private static int wordStart(byte[] bytes, int from, int to) {
    int i = to;
    while (i > from && !Ascii.isSpace(bytes[i - 1])) {
      i--;
    }
    return i;
  }
}
