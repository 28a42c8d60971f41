package org.hitledger.app;

import java.util.Set;
import java.util.stream.Stream;
import org.hitledger.identity.Recognition;

/** Says of a file that it has no longer what was entered of it, and what to do. */
final class LostLines {
  private LostLines() {}

  static Stream<String> of(Recognition file, Set<String> accepted) {
    if (file instanceof Recognition.Changed changed) {
      return Stream.of(
          "%s is not the log any more of which %,d bytes are entered: it differs from them behind byte %,d; put the log back, or give the file another name to enter it as a log of its own"
              .formatted(changed.name(), changed.log().entered().bytes(), changed.equalUpTo()));
    }
    if (file instanceof Recognition.Shorter cut && !accepted.contains(cut.name())) {
      return Stream.of(
          "%s is shorter than what is entered of its log: it ends at byte %,d of %,d; put the whole log back, or say with --accept-shorter %s that it is meant"
              .formatted(
                  cut.name(), cut.file().end().bytes(), cut.log().entered().bytes(), cut.name()));
    }
    return Stream.empty();
  }
}
