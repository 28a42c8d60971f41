package org.hitledger.detect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Optional;
import org.hitledger.access.Access;
import org.hitledger.access.AccessRecord;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.Unparsed;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.logformat.LineReader;
import org.hitledger.logformat.LogFormat;
import org.hitledger.pattern.Mismatch;

/** One format, tried on the first lines of a file. */
final class Trial {
  private static final String FIELDS = "#Fields:";

  private final LogFormat format;
  private int headers;
  private int lines;
  private int fitting;
  private int withoutAgent;
  private long unclaimed;
  private Optional<Misfit> misfit = Optional.empty();

  private Trial(LogFormat format) {
    this.format = format;
  }

  /** Gives up where too few lines are left for as many that fit as asked for. */
  static Trial of(LogFormat format, List<byte[]> lines, int toReach) {
    var trial = new Trial(format);
    LineReader reader = format.reader();
    for (int i = 0; i < lines.size() && trial.fitting + lines.size() - i >= toReach; i++) {
      if (!Ascii.isBlank(lines.get(i))) {
        trial.add(lines.get(i), i + 1, reader);
      }
    }
    return trial;
  }

  private void add(byte[] line, int number, LineReader reader) {
    ParsedLine read = reader.read(line);
    if (read == Unparsed.HEADER) {
      headers += startsWithFields(line) ? 1 : 0;
      return;
    }
    lines++;
    if (read == Unparsed.BAD_TIME) {
      fitting++;
    } else if (read instanceof Access access && isPlain(access.record())) {
      fitting++;
      unclaimed += access.record().unclaimedBytes();
      withoutAgent += access.record().userAgent().isEmpty() ? 1 : 0;
    } else if (misfit.isEmpty()) {
      misfit = Optional.of(Misfit.of(number, line, mismatch(line, reader)));
    }
  }

  /**
   * Else Combined would take every line with one word more in front; and with a site in front, the
   * lines of Combined, their host for a site, would have nobody for a user.
   */
  private static boolean isPlain(AccessRecord record) {
    return record.user().map(Trial::hasNoSpace).orElse(true)
        && record
            .vhost()
            .map(
                site ->
                    site.indexOf(',') < 0 && record.user().map(u -> u.length() > 0).orElse(true))
            .orElse(true);
  }

  private static boolean hasNoSpace(ByteSlice user) {
    return user.indexOf(' ') < 0 && user.indexOf('\t') < 0;
  }

  private static Mismatch mismatch(byte[] line, LineReader reader) {
    return reader.mismatch(line).orElse(new Mismatch(1, "one word as its user"));
  }

  /** All lines are records, and no byte of them is left: no other format can do better. */
  boolean isPerfect() {
    return fitting == lines && unclaimed == 0;
  }

  boolean isBetterThan(Trial other) {
    return fitting > other.fitting
        || (fitting == other.fitting && unclaimed < other.unclaimed)
        || (hasOnlyHeaders() && other.fitting == 0 && !other.hasOnlyHeaders());
  }

  /** A log that has been begun: its fields are named, and nothing was logged yet. */
  private boolean hasOnlyHeaders() {
    return headers > 0 && lines == 0;
  }

  private static boolean startsWithFields(byte[] line) {
    return new String(line, 0, Math.min(line.length, FIELDS.length()), US_ASCII).equals(FIELDS);
  }

  /** Whether so many are records that the file may be taken for one of the format. */
  boolean isConvincing() {
    return 2 * fitting >= lines;
  }

  boolean hasMostlyNoAgent() {
    return 2 * withoutAgent > fitting;
  }

  String format() {
    return format.name();
  }

  int lines() {
    return lines;
  }

  int fitting() {
    return fitting;
  }

  Optional<Misfit> misfit() {
    return misfit;
  }
}
