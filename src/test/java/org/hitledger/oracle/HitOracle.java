package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says what the row of an accepted line is, as plainly as {@link Oracle} says what its class is.
 *
 * <p>A row is a map from the names of columns to texts, in the order of the columns; a column that
 * is null in the table is absent from the map. A moment is written as {@link Instant#toString}
 * does.
 */
public final class HitOracle {

  /** The columns in their order. */
  public static final List<String> COLUMNS =
      List.of(
          "time",
          "utc_offset",
          "host",
          "identity",
          "user",
          "method",
          "target",
          "path",
          "params",
          "query",
          "fragment",
          "protocol",
          "status",
          "bytes",
          "referer",
          "referer_scheme",
          "referer_host",
          "referer_path",
          "referer_query",
          "user_agent",
          "product",
          "system",
          "extensions",
          "section",
          "outcome",
          "file",
          "date");

  /** The original program's pattern of an agent, with its three parts. */
  private static final Pattern AGENT =
      Pattern.compile("(\\S*?)\\s+\\((.*?)\\)\\s*(.*)", Pattern.DOTALL);

  private final Oracle oracle;

  /**
   * An oracle for the rules of another one.
   *
   * @param oracle decides the class of a line
   */
  public HitOracle(Oracle oracle) {
    this.oracle = oracle;
  }

  /**
   * The row of a line.
   *
   * @param line the record without its line end
   * @param file what the results call its file
   * @return the row; nothing for a line that is blank or rejected
   */
  public Optional<Map<String, String>> row(byte[] line, String file) {
    String outcome = oracle.judge(line).label();
    Matcher fields = Oracle.LINE.matcher(new String(line, ISO_8859_1));
    boolean isAccepted = outcome.equals("counted") || outcome.startsWith("filtered/");
    return isAccepted && fields.lookingAt()
        ? Optional.of(row(fields, outcome, file))
        : Optional.empty();
  }

  private static Map<String, String> row(Matcher fields, String outcome, String file) {
    var row = new LinkedHashMap<String, String>();
    putTime(row, fields.group("time"));
    Stream.of("host", "identity", "user").forEach(name -> put(row, name, logged(fields, name)));
    Reference target = putRequest(row, Oracle.words(fields.group("request")));
    put(row, "status", logged(fields, "status").flatMap(digits -> number(digits, Integer.SIZE)));
    put(row, "bytes", logged(fields, "bytes").flatMap(digits -> number(digits, Long.SIZE)));
    putReferer(row, logged(fields, "referer"));
    putAgent(row, logged(fields, "agent"));
    put(row, "section", Stream.of(target.path().split("/")).filter(s -> !s.isEmpty()).findFirst());
    put(row, "outcome", Optional.of(outcome));
    row.put("file", file);
    row.put("date", row.get("time").substring(0, row.get("time").indexOf('T')));
    return Collections.unmodifiableMap(row);
  }

  /** {@code dd/Mon/yyyy:HH:MM:SS +HHMM}; offsets go further than those of java.time. */
  private static void putTime(Map<String, String> row, String time) {
    int[] numbers = Stream.of(time.split("\\D+")).mapToInt(Integer::parseInt).toArray();
    int month = 1 + Oracle.MONTHS.indexOf(time.substring(3, 6));
    Duration offset = Duration.ofHours(numbers[5] / 100).plusMinutes(numbers[5] % 100);
    Instant asIfUtc =
        LocalDateTime.of(numbers[1], month, numbers[0], numbers[2], numbers[3], numbers[4])
            .toInstant(ZoneOffset.UTC);
    boolean isEast = time.contains(" +");
    row.put("time", (isEast ? asIfUtc.minus(offset) : asIfUtc.plus(offset)).toString());
    row.put("utc_offset", time.substring(time.length() - "+HHMM".length()));
  }

  private static Reference putRequest(Map<String, String> row, List<String> words) {
    Reference target = Reference.of(Oracle.target(words));
    put(row, "method", Optional.of(words.get(0)));
    put(row, "target", Optional.of(Oracle.target(words)));
    put(row, "path", Optional.of(target.path()));
    put(row, "params", target.params());
    put(row, "query", target.query());
    put(row, "fragment", target.fragment());
    put(row, "protocol", Optional.of(words.get(words.size() - 1)));
    return target;
  }

  private static void putReferer(Map<String, String> row, Optional<String> text) {
    put(row, "referer", text);
    Optional<Reference> referer = text.map(Reference::of).filter(parts -> !parts.isBroken());
    put(row, "referer_scheme", referer.flatMap(Reference::scheme));
    put(row, "referer_host", referer.flatMap(Reference::host));
    put(row, "referer_path", referer.map(Reference::path));
    put(row, "referer_query", referer.flatMap(Reference::query));
  }

  private static void putAgent(Map<String, String> row, Optional<String> agent) {
    put(row, "user_agent", agent);
    Optional<Matcher> parts = agent.map(AGENT::matcher).filter(Matcher::lookingAt);
    put(row, "product", parts.map(part -> part.group(1)));
    put(row, "system", parts.map(part -> part.group(2)));
    put(row, "extensions", parts.map(part -> part.group(3)));
  }

  /** A field of the line; servers write a dash where they have nothing. */
  private static Optional<String> logged(Matcher fields, String name) {
    return Optional.ofNullable(fields.group(name)).filter(text -> !text.equals("-"));
  }

  private static Optional<String> number(String digits, int bits) {
    return Optional.of(new BigInteger(digits))
        .filter(number -> number.bitLength() < bits)
        .map(BigInteger::toString);
  }

  private static void put(Map<String, String> row, String column, Optional<String> bytewise) {
    bytewise.ifPresent(text -> row.put(column, Oracle.readable(text)));
  }
}
