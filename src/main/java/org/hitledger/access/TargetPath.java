package org.hitledger.access;

import java.util.Optional;

/**
 * The path of a request target, by RFC 3986 as Python's {@code urllib.parse.urlparse} applies it
 * (the original program's choice). Of {@code scheme://authority/path;params?query#fragment} all but
 * the path goes; the path stays as it was sent: nothing is decoded, folded or merged.
 */
final class TargetPath {
  private TargetPath() {}

  /**
   * Finds the path.
   *
   * @param target a request target
   * @return its path, possibly without bytes; nothing if the authority has a {@code [} without a
   *     {@code ]} or the reverse
   */
  static Optional<ByteSlice> of(ByteSlice target) {
    int colon = schemeEnd(target);
    ByteSlice rest = colon < 0 ? target : target.startingAt(colon + 1);
    if (startsWithAuthority(rest)) {
      int end = authorityEnd(rest);
      if (hasUnpairedBracket(rest.endingAt(end))) {
        return Optional.empty();
      }
      rest = rest.startingAt(end);
    }
    ByteSlice path = before('?', before('#', rest));
    boolean hasParameters = colon < 0 || isHttp(target.endingAt(colon));
    return Optional.of(hasParameters ? withoutParameters(path) : path);
  }

  /** The colon after a scheme (RFC 3986, 3.1), or -1 if the target starts with none. */
  private static int schemeEnd(ByteSlice target) {
    byte[] bytes = target.array();
    if (target.length() == 0 || !Ascii.isLetter(bytes[target.from()])) {
      return -1;
    }
    int i = target.from() + 1;
    while (i < target.to() && isSchemeByte(bytes[i])) {
      i++;
    }
    return i < target.to() && bytes[i] == ':' ? i : -1;
  }

  private static boolean isSchemeByte(byte b) {
    return Ascii.isLetter(b) || Ascii.isDigit(b) || b == '+' || b == '-' || b == '.';
  }

  private static boolean startsWithAuthority(ByteSlice rest) {
    return rest.length() >= 2
        && rest.array()[rest.from()] == '/'
        && rest.array()[rest.from() + 1] == '/';
  }

  private static int authorityEnd(ByteSlice rest) {
    int i = rest.from() + 2;
    while (i < rest.to() && !isAuthorityEnd(rest.array()[i])) {
      i++;
    }
    return i;
  }

  private static boolean isAuthorityEnd(byte b) {
    return b == '/' || b == '?' || b == '#';
  }

  private static boolean hasUnpairedBracket(ByteSlice authority) {
    return authority.indexOf('[') < 0 != authority.indexOf(']') < 0;
  }

  private static ByteSlice before(char delimiter, ByteSlice text) {
    int i = text.indexOf(delimiter);
    return i < 0 ? text : text.endingAt(i);
  }

  private static boolean isHttp(ByteSlice scheme) {
    String name = scheme.toString();
    return name.equalsIgnoreCase("http") || name.equalsIgnoreCase("https");
  }

  /** Only the last segment's parameters go, from its first semicolon on. */
  private static ByteSlice withoutParameters(ByteSlice path) {
    int lastSegment = Math.max(path.from(), path.lastIndexOf('/'));
    int semicolon = path.startingAt(lastSegment).indexOf(';');
    return semicolon < 0 ? path : path.endingAt(semicolon);
  }
}
