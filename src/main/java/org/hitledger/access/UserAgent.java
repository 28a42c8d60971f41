package org.hitledger.access;

import java.util.Optional;
import org.hitledger.bytes.ByteSearch;
import org.hitledger.bytes.ByteSlice;

/**
 * What a client says of itself, taken apart as <em>Functional Python Programming</em>, chapter 12,
 * does, by {@code (\S*?)\s+\((.*?)\)\s*(.*)}: {@code product (system) extensions}, in the order of
 * RFC 9110, 10.1.5.
 *
 * @param product such as {@code Mozilla/5.0}; possibly without bytes
 * @param system what stands between the first parentheses, such as {@code X11; Linux x86_64}
 * @param extensions what follows; possibly without bytes
 */
public record UserAgent(ByteSlice product, ByteSlice system, ByteSlice extensions) {

  /**
   * Takes a user agent apart.
   *
   * @param text the field of a line
   * @return its parts, or nothing if it has not this form
   */
  public static Optional<UserAgent> parse(ByteSlice text) {
    byte[] bytes = text.array();
    int productEnd = ByteSearch.indexOfSpace(bytes, text.from(), text.to());
    int open = ByteSearch.indexOfNonSpace(bytes, productEnd, text.to());
    if (open == productEnd || open == text.to() || bytes[open] != '(') {
      return Optional.empty();
    }
    int close = text.startingAt(open).indexOf(')');
    return close < 0
        ? Optional.empty()
        : Optional.of(
            new UserAgent(
                text.endingAt(productEnd),
                text.startingAt(open + 1).endingAt(close),
                text.startingAt(ByteSearch.indexOfNonSpace(bytes, close + 1, text.to()))));
  }
}
