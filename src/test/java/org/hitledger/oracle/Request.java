package org.hitledger.oracle;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client asked for; there is none where what it sent is no request.
 *
 * @param method a token of RFC 9110, 5.6.2, that holds a letter
 * @param target the words behind it, joined by one space
 * @param protocol the last word, where there are three or more and it looks like a protocol
 */
record Request(String method, String target, Optional<String> protocol) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]*";

  private static final Pattern METHOD = Pattern.compile(TOKEN + "[A-Za-z]" + TOKEN);

  private static final Pattern PROTOCOL = Pattern.compile("[A-Za-z]+/\\d+(?:\\.\\d+)?");

  /** Reads what stands between the quotes. */
  static Optional<Request> of(String text) {
    List<String> words = SPACE.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    return words.size() >= 2 && METHOD.matcher(words.get(0)).matches()
        ? Optional.of(ofWords(words))
        : Optional.empty();
  }

  private static Request ofWords(List<String> words) {
    Optional<String> protocol =
        Optional.of(words.get(words.size() - 1))
            .filter(last -> words.size() >= 3 && PROTOCOL.matcher(last).matches());
    int end = protocol.isPresent() ? words.size() - 1 : words.size();
    return new Request(words.get(0), String.join(" ", words.subList(1, end)), protocol);
  }

  /** Methods are case-sensitive: {@code connect} is another one. */
  private boolean isConnect() {
    return method.equals("CONNECT");
  }

  /**
   * Whether the target's authority has a bracket of one kind only.
   *
   * <p>The target of a CONNECT is an authority as a whole, whatever slashes it holds, and a bad one
   * by the same rule; that class is decided before that of an empty path.
   */
  boolean isBad() {
    return isConnect() ? Reference.isBroken(target) : Reference.of(target).isBroken();
  }

  /** The target's parts; a bad one has none, and neither has that of a CONNECT: not even a path. */
  Optional<Reference> parts() {
    return isBad() || isConnect() ? Optional.empty() : Optional.of(Reference.of(target));
  }
}
