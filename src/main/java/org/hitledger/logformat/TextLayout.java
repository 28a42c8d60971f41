package org.hitledger.logformat;

import java.util.Optional;
import org.hitledger.access.Access;
import org.hitledger.access.LogTime;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.Unparsed;
import org.hitledger.pattern.Fields;
import org.hitledger.pattern.LinePattern;

/**
 * One way in which the lines of a format look.
 *
 * @param pattern where the fields are
 * @param layout what they tell
 */
record TextLayout(LinePattern pattern, Layout layout) {

  /** What became of a line that may look this way, with a backslash before some of its quotes. */
  ParsedLine read(byte[] line, boolean escapes) {
    Optional<Fields> fields = pattern.scan(line, escapes);
    return fields.isEmpty() ? Unparsed.NO_MATCH : access(fields.get(), layout);
  }

  /** What the fields of a line tell. */
  static ParsedLine access(Fields fields, Layout layout) {
    Optional<LogTime> time = layout.time().time(fields);
    if (time.isEmpty()) {
      return Unparsed.BAD_TIME;
    }
    var record = new LaidOutRecord(fields, layout);
    return Access.of(record, time.get(), record.requestLine());
  }
}
