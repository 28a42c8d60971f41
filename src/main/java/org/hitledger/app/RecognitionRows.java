package org.hitledger.app;

import java.util.List;
import org.hitledger.identity.Recognition;
import org.hitledger.identity.SeenFile;
import org.hitledger.rows.Heading;
import org.hitledger.rows.Rows;
import org.hitledger.rows.Value;

/** What files are, as a table. */
final class RecognitionRows {
  private static final List<Heading> HEADINGS =
      List.of(
          new Heading("state", false),
          new Heading("new_lines", true),
          new Heading("left_bytes", true),
          new Heading("file", false));

  private RecognitionRows() {}

  static Rows of(List<Recognition> recognised) {
    return new Rows(HEADINGS, recognised.stream().map(RecognitionRows::row).iterator());
  }

  private static List<Value> row(Recognition file) {
    long lines = NewLines.of(file).mapToLong(NewLines::lines).sum();
    return List.of(
        new Value.Text(state(file)),
        new Value.Count(lines),
        new Value.Count(left(file)),
        new Value.Text(file.name()));
  }

  private static String state(Recognition file) {
    if (file instanceof Recognition.Grown grown) {
      return "grown by %,d bytes"
          .formatted(grown.file().end().bytes() - grown.log().withEnd().bytes());
    }
    if (file instanceof Recognition.Known known) {
      return known.isUnderItsName() ? "known" : "known under another name";
    }
    return word(file);
  }

  private static String word(Recognition file) {
    if (file instanceof Recognition.New) {
      return "new";
    }
    if (file instanceof Recognition.Copy) {
      return "known, whole in another file";
    }
    if (file instanceof Recognition.DamagedCopy) {
      return "known as far as it is not damaged";
    }
    if (file instanceof Recognition.Changed) {
      return "changed";
    }
    if (file instanceof Recognition.Shorter) {
      return "shorter";
    }
    return file instanceof Recognition.Empty ? "without a whole line" : "known";
  }

  /** Of a last line without its end. */
  private static long left(Recognition file) {
    if (file instanceof Recognition.New log) {
      return log.file().rest();
    }
    if (file instanceof Recognition.Grown grown) {
      return grown.file().rest();
    }
    if (file instanceof Recognition.Known known) {
      return known.rest();
    }
    if (file instanceof Recognition.Unchanged same) {
      return same.log().file(same.name()).map(SeenFile::rest).orElse(0L);
    }
    return file instanceof Recognition.Empty empty ? empty.file().rest() : 0;
  }
}
