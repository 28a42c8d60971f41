package org.hitledger.access;

import java.util.Optional;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSearch;
import org.hitledger.bytes.ByteSlice;

/**
 * The parts of a request target or a referer, {@code
 * scheme://authority/path;params?query#fragment}, by RFC 3986 as Python's {@code
 * urllib.parse.urlparse} applies it (the choice of <em>Functional Python Programming</em>, chapter
 * 12). All stay as they were sent: nothing is decoded, folded or merged. A part is there if its
 * delimiter is, even if nothing follows that.
 */
public final class UrlParts {
  private final ByteSlice url;

  /** Of the colon, or -1. */
  private final int schemeEnd;

  /** Where the path starts, after the scheme and the authority. */
  private final int pathStart;

  private final int pathEnd;
  private final int paramsEnd;
  private final int queryEnd;

  private UrlParts(ByteSlice path) {
    url = path;
    schemeEnd = -1;
    pathStart = path.from();
    pathEnd = paramsEnd = queryEnd = path.to();
  }

  private UrlParts(ByteSlice url, int schemeEnd, int pathStart) {
    this.url = url;
    this.schemeEnd = schemeEnd;
    this.pathStart = pathStart;
    queryEnd = endBefore('#', url.startingAt(pathStart));
    paramsEnd = endBefore('?', slice(pathStart, queryEnd));
    pathEnd = hasParams() ? lastSegmentEnd(slice(pathStart, paramsEnd)) : paramsEnd;
  }

  /**
   * Finds the parts.
   *
   * @param url a request target or a referer
   * @return its parts; nothing if the authority has a {@code [} without a {@code ]} or the reverse
   */
  public static Optional<UrlParts> parse(ByteSlice url) {
    int schemeEnd = schemeEnd(url);
    ByteSlice rest = schemeEnd < 0 ? url : url.startingAt(schemeEnd + 1);
    if (!startsWithAuthority(rest)) {
      return Optional.of(new UrlParts(url, schemeEnd, rest.from()));
    }
    int end = authorityEnd(rest);
    return hasUnpairedBracket(rest.endingAt(end))
        ? Optional.empty()
        : Optional.of(new UrlParts(url, schemeEnd, end));
  }

  /**
   * Finds the parts of the target of a CONNECT (RFC 9110, 9.3.6), which is an authority alone.
   *
   * @return a path without bytes and no other part; nothing if the authority is broken
   */
  static Optional<UrlParts> ofAuthority(ByteSlice authority) {
    return hasUnpairedBracket(authority)
        ? Optional.empty()
        : Optional.of(ofPath(authority.startingAt(authority.to())));
  }

  /**
   * The parts of a target of which only the path is known.
   *
   * @param path as {@link #path} has given it, whatever bytes it has
   * @return that path and no other part
   */
  public static UrlParts ofPath(ByteSlice path) {
    return new UrlParts(path);
  }

  /**
   * What stands before the first colon (RFC 3986, 3.1).
   *
   * @return one byte or more, if the text starts with a scheme
   */
  public Optional<ByteSlice> scheme() {
    return schemeEnd < 0 ? Optional.empty() : Optional.of(url.endingAt(schemeEnd));
  }

  /**
   * The host of the authority, without what names a user or a port (RFC 3986, 3.2).
   *
   * @return one byte or more, with the brackets of an IPv6 address; nothing if there is no host
   */
  public Optional<ByteSlice> host() {
    int start = schemeEnd < 0 ? url.from() : schemeEnd + 1;
    if (pathStart == start) {
      return Optional.empty();
    }
    ByteSlice authority = slice(start + 2, pathStart);
    ByteSlice host = withoutPort(authority.startingAt(userEnd(authority)));
    return host.length() == 0 ? Optional.empty() : Optional.of(host);
  }

  /**
   * The path.
   *
   * @return possibly without bytes
   */
  public ByteSlice path() {
    return slice(pathStart, pathEnd);
  }

  /**
   * What follows the first semicolon of the last segment; only of http, https or no scheme.
   *
   * @return the parameters, if there is the semicolon
   */
  public Optional<ByteSlice> params() {
    return part(pathEnd, paramsEnd);
  }

  /**
   * What follows the first question mark.
   *
   * @return the query, if there is the mark
   */
  public Optional<ByteSlice> query() {
    return part(paramsEnd, queryEnd);
  }

  /**
   * What follows the first number sign.
   *
   * @return the fragment, if there is the sign
   */
  public Optional<ByteSlice> fragment() {
    return part(queryEnd, url.to());
  }

  /**
   * The first segment of the path that is not empty.
   *
   * @return one byte or more, if there is one
   */
  public Optional<ByteSlice> section() {
    int start = pathStart;
    while (start < pathEnd && url.array()[start] == '/') {
      start++;
    }
    ByteSlice rest = slice(start, pathEnd);
    ByteSlice section = rest.endingAt(endBefore('/', rest));
    return section.length() == 0 ? Optional.empty() : Optional.of(section);
  }

  /**
   * A text without its query and the mark before it; also if its authority is broken.
   *
   * @param url a request target or a referer
   * @return a copy, or the text itself if it has no query
   */
  public static ByteSlice withoutQuery(ByteSlice url) {
    int end = endBefore('#', url);
    int mark = endBefore('?', url.endingAt(end));
    return mark == end ? url : ByteSlice.concat(url.endingAt(mark), url.startingAt(end));
  }

  private Optional<ByteSlice> part(int delimiter, int end) {
    return delimiter == end ? Optional.empty() : Optional.of(slice(delimiter + 1, end));
  }

  private ByteSlice slice(int from, int to) {
    return new ByteSlice(url.array(), from, to);
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

  /** Index after the last at sign, or of the first byte. */
  private static int userEnd(ByteSlice authority) {
    return Math.max(authority.from(), authority.lastIndexOf('@') + 1);
  }

  private static ByteSlice withoutPort(ByteSlice hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    for (int i = colon + 1; i < hostAndPort.to(); i++) {
      if (!Ascii.isDigit(hostAndPort.array()[i])) {
        return hostAndPort;
      }
    }
    return colon < 0 ? hostAndPort : hostAndPort.endingAt(colon);
  }

  private static int endBefore(char delimiter, ByteSlice text) {
    return ByteSearch.indexOf(delimiter, text.array(), text.from(), text.to());
  }

  private boolean hasParams() {
    return schemeEnd < 0 || isHttp(url.endingAt(schemeEnd));
  }

  private static boolean isHttp(ByteSlice scheme) {
    String name = scheme.toString();
    return name.equalsIgnoreCase("http") || name.equalsIgnoreCase("https");
  }

  /** Only the last segment's parameters go, from its first semicolon on. */
  private static int lastSegmentEnd(ByteSlice path) {
    int lastSegment = Math.max(path.from(), path.lastIndexOf('/'));
    return endBefore(';', path.startingAt(lastSegment));
  }
}
