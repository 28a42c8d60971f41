package org.hitledger.app;

import java.util.stream.Stream;
import org.hitledger.identity.Entered;
import org.hitledger.identity.Recognition;
import org.hitledger.identity.TextFile;
import org.hitledger.ledger.SegmentEntry;
import org.hitledger.lines.TextRange;

/**
 * Lines of a file that an update enters.
 *
 * @param file the file
 * @param from what was entered before
 * @param to what is entered then
 */
record NewLines(TextFile file, Entered from, Entered to) {
  /** Those of a file, if it has any. */
  static Stream<NewLines> of(Recognition recognised) {
    if (recognised instanceof Recognition.New log) {
      return Stream.of(new NewLines(log.file(), Entered.NOTHING, log.file().end()));
    }
    return recognised instanceof Recognition.Grown grown
        ? Stream.of(new NewLines(grown.file(), grown.log().withEnd(), grown.file().end()))
        : Stream.empty();
  }

  String name() {
    return file.name();
  }

  long lines() {
    return to.lines() - from.lines();
  }

  TextRange range() {
    return new TextRange(from.bytes(), to.bytes(), from.lines(), from.fields());
  }

  SegmentEntry.Part part(long log) {
    return new SegmentEntry.Part(name(), log, from.bytes(), to.bytes(), lines(), file.rest());
  }
}
