package org.hitledger.detect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hitledger.bytes.Ascii;
import org.hitledger.logformat.LogFormat;
import org.hitledger.logformat.LogFormats;

/** Finds out the format of a file: the one under which most of its first lines are records. */
public final class FormatSearch {
  /** For lines without an agent the first of each pair is what people call the second. */
  private static final Map<String, String> WITHOUT_AGENT =
      Map.of("combined", "common", "vhost_combined", "vhost_common");

  /** As ErrorLogFormat of Apache and error_log of nginx begin their lines. */
  private static final Map<String, Pattern> ERROR_LOGS =
      Map.of(
          "Apache",
          Pattern.compile(
              "\\[\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)? \\d{4}\\] \\[.*",
              Pattern.DOTALL),
          "nginx",
          Pattern.compile(
              "\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d \\[\\w+\\] \\d+#\\d+: .*",
              Pattern.DOTALL));

  private static final List<String> NAMES =
      LogFormats.names().stream().filter(name -> !WITHOUT_AGENT.containsValue(name)).toList();

  private final ZoneId zone;

  /** Made when they are tried: nearly all files are of the first. */
  private final Map<String, LogFormat> formats = new ConcurrentHashMap<>();

  /**
   * A search among the formats that have names.
   *
   * @param zone of times that say none
   */
  public FormatSearch(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Looks at the start of a file.
   *
   * @param head its first bytes, unpacked
   * @return what they say
   */
  public Finding find(byte[] head) {
    List<byte[]> lines = FileHead.lines(head);
    Trial best = best(lines);
    if (best.isConvincing()) {
      return new Finding.Known(name(best), best.fitting(), best.lines(), best.misfit());
    }
    Optional<String> server = writerOfErrors(lines);
    return server.isPresent()
        ? new Finding.ErrorLog(server.get())
        : unknown(best, best.misfit().orElseThrow(), lines);
  }

  private static Finding unknown(Trial best, Misfit misfit, List<byte[]> lines) {
    List<String> keys = LogFormats.keysOf(lines.get((int) misfit.number() - 1));
    return new Finding.Unknown(name(best), best.fitting(), best.lines(), misfit, keys);
  }

  /** In the order of the names: among equals the first. */
  private Trial best(List<byte[]> lines) {
    Trial best = Trial.of(format(NAMES.get(0)), lines, 0);
    for (int i = 1; i < NAMES.size() && !best.isPerfect(); i++) {
      Trial trial = Trial.of(format(NAMES.get(i)), lines, best.fitting());
      best = trial.isBetterThan(best) ? trial : best;
    }
    return best;
  }

  private LogFormat format(String name) {
    return formats.computeIfAbsent(name, some -> LogFormats.of(some, zone));
  }

  private static String name(Trial best) {
    return best.fitting() > 0 && best.hasMostlyNoAgent()
        ? WITHOUT_AGENT.getOrDefault(best.format(), best.format())
        : best.format();
  }

  private static Optional<String> writerOfErrors(List<byte[]> lines) {
    List<String> texts =
        lines.stream()
            .filter(line -> !Ascii.isBlank(line))
            .map(line -> new String(line, ISO_8859_1))
            .toList();
    return ERROR_LOGS.entrySet().stream()
        .filter(log -> 2 * matching(log.getValue(), texts) >= texts.size())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static long matching(Pattern pattern, List<String> texts) {
    return texts.stream().filter(text -> pattern.matcher(text).matches()).count();
  }
}
