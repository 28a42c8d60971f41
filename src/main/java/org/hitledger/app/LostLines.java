package org.hitledger.app;

import java.util.Set;
import java.util.stream.Stream;
import org.hitledger.identity.KnownLog;
import org.hitledger.identity.Recognition;

/** Says of a file that it has no longer what was entered of it, and what to do. */
final class LostLines {
  private LostLines() {}

  static Stream<String> of(Recognition file, Set<String> accepted) {
    if (file instanceof Recognition.Changed changed) {
      return Stream.of(
          "%s is not the log any more of which %,d bytes are entered: it differs from them behind byte %,d; %s"
              .formatted(
                  changed.name(),
                  changed.log().entered().bytes(),
                  changed.equalUpTo(),
                  advice(changed.log())));
    }
    if (file instanceof Recognition.Shorter cut && !accepted.contains(cut.name())) {
      return Stream.of(
          "%s is shorter than what is entered of its log: it ends at byte %,d of %,d; put the whole log back, or say with --accept-shorter %s that it is meant"
              .formatted(
                  cut.name(), cut.file().end().bytes(), cut.log().entered().bytes(), cut.name()));
    }
    return Stream.empty();
  }

  private static String advice(KnownLog log) {
    if (!log.damage().isEmpty()) {
      return "what was salvaged of it was not right; make the ledger anew with --rebuild and this whole copy in place of %s"
          .formatted(log.damage().get(0).file());
    }
    if (log.endsInLine()) {
      return "its last line was entered without its end, since it came from a packed copy or with --final; make the ledger anew with --rebuild, and without that copy";
    }
    return "put the log back, or give the file another name to enter it as a log of its own, with all of its lines";
  }
}
