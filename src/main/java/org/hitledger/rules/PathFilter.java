package org.hitledger.rules;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSlice;

/**
 * Applies {@link PathRules} to paths, on their bytes: {@code path_filter} and {@code book_filter}
 * of <em>Functional Python Programming</em>, chapter 12, in one pass over the segments.
 */
final class PathFilter implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean hasAllSections;
  private final byte[] section;
  private final TextSet excludedNames;
  private final byte[][] excludedExtensions;
  private final boolean ignoresExtensionCase;

  PathFilter(PathRules rules) {
    hasAllSections = rules.haveAllSections();
    section = rules.section().getBytes(StandardCharsets.UTF_8);
    excludedNames = new TextSet(rules.excludedNames());
    excludedExtensions = TextSet.utf8(rules.excludedExtensions());
    ignoresExtensionCase = rules.ignoresExtensionCase();
  }

  /** Whether no path is outside of the section. */
  boolean hasAllSections() {
    return hasAllSections;
  }

  /** Which of the filters stops a path, or {@link Outcome#COUNTED} if none does. */
  Outcome outcomeOf(ByteSlice path) {
    byte[] bytes = path.array();
    int segments = 0;
    boolean inSection = false;
    boolean excluded = false;
    int start = path.from();
    while (true) {
      int end = segmentEnd(path, start);
      if (end > start) {
        if (segments == 0) {
          inSection = Arrays.equals(bytes, start, end, section, 0, section.length);
        }
        segments++;
        excluded |= excludedNames.contains(bytes, start, end);
      }
      if (end == path.to()) {
        break;
      }
      start = end + 1;
    }
    if (hasAllSections ? path.length() == 0 : segments == 0) {
      return Outcome.EMPTY_PATH;
    }
    if (excluded) {
      return Outcome.EXCLUDED_NAME;
    }
    if (hasExcludedExtension(bytes, start, path.to())) {
      return Outcome.EXCLUDED_EXTENSION;
    }
    return hasAllSections || (inSection && segments > 1)
        ? Outcome.COUNTED
        : Outcome.OUTSIDE_SECTION;
  }

  private static int segmentEnd(ByteSlice path, int start) {
    byte[] bytes = path.array();
    int i = start;
    while (i < path.to() && bytes[i] != '/') {
      i++;
    }
    return i;
  }

  private boolean hasExcludedExtension(byte[] bytes, int from, int to) {
    for (byte[] extension : excludedExtensions) {
      int start = to - extension.length;
      if (start >= from && isAt(start, extension, bytes)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(int start, byte[] extension, byte[] bytes) {
    for (int i = 0; i < extension.length; i++) {
      byte b = bytes[start + i];
      if (b != extension[i]
          && !(ignoresExtensionCase && Ascii.lower(b) == Ascii.lower(extension[i]))) {
        return false;
      }
    }
    return true;
  }
}
