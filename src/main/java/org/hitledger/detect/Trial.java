package org.hitledger.detect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
  /** As W3C's logs begin: with a header, or in the middle of a log with the first two fields. */
  private static final Pattern W3C_START =
      Pattern.compile("#[A-Z][A-Za-z-]*:|\\d{4}-\\d\\d-\\d\\d[ \t]\\d\\d:\\d\\d:\\d\\d[ \t]");

  /** Of IPv4, and perhaps of IPv6; also with a port. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\d{1,3}(\\.\\d{1,3}){3}(:\\d+)?|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]+\\]?(:\\d+)?");

  /** Some formats begin with words that may be anything. */
  private static final int BY_CHANCE = 10;

  private final LogFormat format;
  private int lines;
  private int fitting;
  private int withoutAgent;
  private long unclaimed;
  private boolean looksLikeIt;
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
    looksLikeIt = looksLikeIt || beginsLikeIts(line);
    if (read == Unparsed.HEADER) {
      return;
    }
    lines++;
    if (read == Unparsed.BAD_TIME) {
      fitting++;
    } else if (read instanceof Access access && (format.hasKeys() || isPlain(access.record()))) {
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
        && record.vhost().map(site -> isSite(site, record)).orElse(true);
  }

  private static boolean isSite(ByteSlice site, AccessRecord record) {
    return site.indexOf(',') < 0
        && record.user().map(user -> user.length() > 0).orElse(true)
        // The client may stand before the site.
        && (!isAddress(site) || record.host().map(Trial::isAddress).orElse(true));
  }

  private static boolean isAddress(ByteSlice text) {
    return ADDRESS.matcher(text.toString()).matches();
  }

  private static boolean hasNoSpace(ByteSlice user) {
    return user.indexOf(' ') < 0 && user.indexOf('\t') < 0;
  }

  private static Mismatch mismatch(byte[] line, LineReader reader) {
    return reader.mismatch(line).orElse(new Mismatch(1, "a site, and one word as its user"));
  }

  /** All lines are records, and no byte of them is left: no other format can do better. */
  boolean isPerfect() {
    return fitting == lines && unclaimed == 0 && !hasHeadersAlone();
  }

  boolean isBetterThan(Trial other) {
    if (fitting != other.fitting) {
      return fitting > other.fitting;
    }
    return fitting > 0 ? unclaimed < other.unclaimed : isCloserThan(other);
  }

  private boolean hasHeadersAlone() {
    return lines == 0 && looksLikeIt;
  }

  /** Where no line fits. Of formats whose files name their fields the last takes any fields. */
  private boolean isCloserThan(Trial other) {
    if (looksLikeIt != other.looksLikeIt) {
      return looksLikeIt;
    }
    return format.hasHeaders() ? looksLikeIt : reach() > other.reach() + BY_CHANCE;
  }

  /**
   * Text reaches some column under any format; what is not text but has a form of its own, none.
   */
  private int reach() {
    return format.hasHeaders() || format.hasKeys()
        ? 0
        : misfit.map(line -> line.mismatch().column()).orElse(0);
  }

  private boolean beginsLikeIts(byte[] line) {
    if (format.hasHeaders()) {
      return W3C_START.matcher(new String(line, ISO_8859_1)).lookingAt();
    }
    return format.hasKeys() && line[0] == '{';
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
