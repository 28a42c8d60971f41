package org.hitledger.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that a segment has: one, or all of those that it stands for, which it replaces.
 *
 * @param first of them, from 1
 * @param last of them
 */
public record SegmentNumbers(int first, int last) {
  private static final Pattern NAME = Pattern.compile("(\\d{6})(?:-(\\d{6}))?");

  /** Those of a folder's name; nothing if it is no segment. */
  static Optional<SegmentNumbers> of(String name) {
    Matcher numbers = NAME.matcher(name);
    if (!numbers.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(numbers.group(1));
    int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
    return Optional.of(new SegmentNumbers(first, last));
  }

  /** Whether a segment stands for another one. */
  boolean replaces(SegmentNumbers other) {
    return !equals(other) && first <= other.first && other.last <= last;
  }

  /** The segment's name. */
  @Override
  public String toString() {
    return first == last ? "%06d".formatted(first) : "%06d-%06d".formatted(first, last);
  }
}
