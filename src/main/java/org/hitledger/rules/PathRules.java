package org.hitledger.rules;

import java.util.List;

/**
 * What decides which accesses count, as a user writes it down. Names and extensions are compared
 * byte by byte, in UTF-8, with upper and lower case apart.
 *
 * @param section the first segment of the paths that count, such as {@code book}
 * @param excludedNames segments that no counted path has anywhere
 * @param excludedExtensions ends that the last segment of no counted path has
 */
public record PathRules(
    String section, List<String> excludedNames, List<String> excludedExtensions) {

  /** Checks the rules and takes copies. */
  public PathRules {
    excludedNames = List.copyOf(excludedNames);
    excludedExtensions = List.copyOf(excludedExtensions);
    requireSegment("a section", section);
    excludedNames.forEach(name -> requireSegment("an excluded name", name));
    excludedExtensions.forEach(extension -> requireSegment("an excluded extension", extension));
  }

  /**
   * The same rules for another section.
   *
   * @param other the section's name
   * @return the new rules
   */
  public PathRules withSection(String other) {
    return new PathRules(other, excludedNames, excludedExtensions);
  }

  /** A path is split at its slashes, so that a text with one, or without a byte, never fits. */
  private static void requireSegment(String what, String text) {
    if (text.isEmpty() || text.contains("/")) {
      throw new IllegalArgumentException(
          what + " is one segment of a path, without a slash, but was '" + text + "'");
    }
  }
}
