package org.hitledger.access;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSearch;
import org.hitledger.bytes.ByteSlice;

/**
 * The parts of a request as a server logs them (RFC 9112, 3). A target that was sent with spaces in
 * it, which the RFC forbids and clients do, is put together from all words but the method and the
 * protocol, joined by one space.
 *
 * @param method the first word, a token with a letter in it (RFC 9110, 9.1 and 5.6.2); without
 *     bytes if the log format does not have it
 * @param target the words between; one at least
 * @param protocol the last word, if it is one such as {@code HTTP/1.1}; without bytes if there is
 *     none, as in requests of HTTP/0.9
 */
public record RequestLine(ByteSlice method, ByteSlice target, ByteSlice protocol) {
  private static final ByteSlice NOTHING = ByteSlice.of(new byte[0]);

  /** Stands where there is no request, for those who look for a method. */
  public static final RequestLine NONE = new RequestLine(NOTHING, NOTHING, NOTHING);

  private static final ByteSlice QUESTION_MARK = ByteSlice.of(new byte[] {'?'});

  /** The bytes besides letters and digits that a token may have. */
  private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

  /** {@code HTTP/1.1}, as eight bytes are compared at once. */
  private static final long HTTP_1_1 = 0x312e_312f_5054_5448L;

  /**
   * Splits a request.
   *
   * @param request what stands between the quotes of a line
   * @return its parts, or nothing if it has fewer than two words, or a first that is no method
   */
  public static Optional<RequestLine> parse(ByteSlice request) {
    byte[] bytes = request.array();
    int from = ByteSearch.indexOfNonSpace(bytes, request.from(), request.to());
    int to = spaceStart(bytes, from, request.to());
    int methodEnd = ByteSearch.indexOfSpace(bytes, from, to);
    int targetStart = ByteSearch.indexOfNonSpace(bytes, methodEnd, to);
    if (targetStart == to || !isMethod(bytes, from, methodEnd)) {
      return Optional.empty();
    }
    int lastWord = wordStart(bytes, targetStart, to);
    boolean hasProtocol = lastWord > targetStart && isProtocol(bytes, lastWord, to);
    int targetEnd = hasProtocol ? spaceStart(bytes, targetStart, lastWord) : to;
    return Optional.of(
        new RequestLine(
            new ByteSlice(bytes, from, methodEnd),
            joined(new ByteSlice(bytes, targetStart, targetEnd)),
            new ByteSlice(bytes, hasProtocol ? lastWord : to, to)));
  }

  /**
   * Puts together what a server has logged apart.
   *
   * @param method a token; nothing if the format does not have it
   * @param target one byte or more, without its query if that is apart
   * @param query with or without its question mark, without a byte if there is none
   * @param protocol without a byte if there is none
   * @return the request; nothing without a target, or if the method is none
   */
  public static Optional<RequestLine> ofParts(
      Optional<ByteSlice> method, ByteSlice target, ByteSlice query, ByteSlice protocol) {
    boolean isRequest =
        target.length() > 0
            && method.map(word -> isMethod(word.array(), word.from(), word.to())).orElse(true);
    return isRequest
        ? Optional.of(new RequestLine(method.orElse(NOTHING), withQuery(target, query), protocol))
        : Optional.empty();
  }

  private static ByteSlice withQuery(ByteSlice target, ByteSlice query) {
    if (query.length() == 0) {
      return target;
    }
    boolean hasMark = query.array()[query.from()] == '?';
    return ByteSlice.concat(target, hasMark ? query : ByteSlice.concat(QUESTION_MARK, query));
  }

  private static boolean isMethod(byte[] bytes, int from, int to) {
    boolean hasLetter = false;
    for (int i = from; i < to; i++) {
      boolean isLetter = Ascii.isLetter(bytes[i]);
      hasLetter |= isLetter;
      if (!isLetter && !Ascii.isDigit(bytes[i]) && TOKEN_PUNCTUATION.indexOf(bytes[i]) < 0) {
        return false;
      }
    }
    return hasLetter;
  }

  /** Letters, a slash, digits, and perhaps a dot and digits: nearly always the same eight bytes. */
  private static boolean isProtocol(byte[] bytes, int from, int to) {
    return (to - from == Long.BYTES && ByteSearch.isAt(HTTP_1_1, -1, bytes, from))
        || isAnyProtocol(bytes, from, to);
  }

  private static boolean isAnyProtocol(byte[] bytes, int from, int to) {
    int slash = from;
    while (slash < to && Ascii.isLetter(bytes[slash])) {
      slash++;
    }
    if (slash == from || slash == to || bytes[slash] != '/') {
      return false;
    }
    int major = digitsEnd(bytes, slash + 1, to);
    boolean hasMinor = major + 1 < to && bytes[major] == '.';
    return major > slash + 1
        && (major == to || (hasMinor && digitsEnd(bytes, major + 1, to) == to));
  }

  private static int digitsEnd(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && Ascii.isDigit(bytes[i])) {
      i++;
    }
    return i;
  }

  /**
   * The parts of the target; that of a CONNECT is an authority, which has no path (RFC 9110,
   * 9.3.6).
   *
   * @return nothing if the target's authority is broken
   */
  public Optional<UrlParts> url() {
    return isConnect() ? UrlParts.ofAuthority(target) : UrlParts.parse(target);
  }

  /**
   * Whether the target is an authority, which has no path.
   *
   * @return true for CONNECT; {@code connect} is another method
   */
  public boolean isConnect() {
    return method.is("CONNECT");
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
