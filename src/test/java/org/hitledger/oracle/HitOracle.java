package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says what the row of an access is, as plainly as {@link Oracle} says what its class is.
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
          "vhost",
          "method",
          "target",
          "path",
          "params",
          "query",
          "fragment",
          "protocol",
          "request",
          "status",
          "bytes",
          "duration",
          "bytes_received",
          "forwarded_for",
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
          "extra",
          "outcome",
          "file",
          "date");

  /** The original program's pattern of an agent, with its three parts. */
  private static final Pattern AGENT =
      Pattern.compile("(\\S*?)\\s+\\((.*?)\\)\\s*(.*)", Pattern.DOTALL);

  /** Those that no line of the Common or Combined format fills. */
  public static final Set<String> OF_OTHER_FORMATS =
      Set.of("vhost", "duration", "bytes_received", "forwarded_for", "extra");

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
    boolean isAccess = outcome.equals("counted") || outcome.startsWith("filtered/");
    return Oracle.fields(new String(line, ISO_8859_1))
        .filter(fields -> isAccess)
        .map(fields -> row(fields, outcome, file));
  }

  private static Map<String, String> row(Matcher fields, String outcome, String file) {
    var row = new LinkedHashMap<String, String>();
    Optional<Request> request = Request.of(fields.group("request"));
    putTime(row, Moment.of(fields.group("time")).orElseThrow());
    Stream.of("host", "identity", "user").forEach(name -> put(row, name, logged(fields, name)));
    putRequest(row, request);
    put(row, "request", logged(fields, "request").filter(text -> request.isEmpty()));
    put(row, "status", logged(fields, "status").flatMap(digits -> number(digits, Integer.SIZE)));
    put(row, "bytes", logged(fields, "bytes").flatMap(digits -> number(digits, Long.SIZE)));
    putReferer(row, logged(fields, "referer"));
    putAgent(row, logged(fields, "agent"));
    put(row, "section", request.flatMap(Request::parts).flatMap(HitOracle::section));
    put(row, "outcome", Optional.of(outcome));
    row.put("file", file);
    row.put("date", row.get("time").substring(0, row.get("time").indexOf('T')));
    return Collections.unmodifiableMap(row);
  }

  private static void putTime(Map<String, String> row, Moment moment) {
    row.put("time", moment.instant().toString());
    row.put("utc_offset", moment.offset());
  }

  /**
   * What is no request has none of this. A bad target is there, but has no parts; the same goes for
   * the target of a CONNECT, which <q>has no path</q>: its path is null, not empty.
   */
  private static void putRequest(Map<String, String> row, Optional<Request> request) {
    Optional<Reference> parts = request.flatMap(Request::parts);
    put(row, "method", request.map(Request::method));
    put(row, "target", request.map(Request::target));
    put(row, "path", parts.map(Reference::path));
    put(row, "params", parts.flatMap(Reference::params));
    put(row, "query", parts.flatMap(Reference::query));
    put(row, "fragment", parts.flatMap(Reference::fragment));
    put(row, "protocol", request.flatMap(Request::protocol));
  }

  private static Optional<String> section(Reference target) {
    return Stream.of(target.path().split("/")).filter(s -> !s.isEmpty()).findFirst();
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

  /**
   * A field of the line. Servers write a dash where they have nothing, and nginx an empty text; as
   * both write Common and Combined, either is null. So is a request that is empty or a dash: that
   * it is no request is told by the outcome.
   */
  private static Optional<String> logged(Matcher fields, String name) {
    return Optional.ofNullable(fields.group(name))
        .filter(text -> !text.isEmpty() && !text.equals("-"));
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
