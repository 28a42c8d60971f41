package org.hitledger.logformat;

import java.util.Optional;
import org.hitledger.access.Access;
import org.hitledger.access.LogTime;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.RequestLine;
import org.hitledger.access.Unparsed;
import org.hitledger.pattern.Mismatch;

/**
 * The Common and the Combined log format of Apache's mod_log_config, which are one here: a file of
 * either may hold lines of both.
 *
 * @param name which of the two names was given
 */
public record Combined(String name) implements LogFormat, LineReader {
  /** By its name. */
  public static final Combined COMBINED = new Combined("combined");

  @Override
  public LineReader reader() {
    return this;
  }

  @Override
  public ParsedLine read(byte[] line) {
    Optional<CombinedRecord> record = CombinedRecord.parse(line);
    if (record.isEmpty()) {
      return Unparsed.NO_MATCH;
    }
    Optional<LogTime> time = LogTime.parse(record.get().time());
    if (time.isEmpty()) {
      return Unparsed.BAD_TIME;
    }
    return Access.of(record.get(), time.get(), RequestLine.parse(record.get().requestLine()));
  }

  @Override
  public Optional<Mismatch> mismatch(byte[] line) {
    return CombinedFields.MISMATCHES.mismatch(line);
  }
}
