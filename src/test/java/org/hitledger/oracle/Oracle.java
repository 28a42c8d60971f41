package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says of a line what the definitions say of it, in the plainest way: one regular expression for
 * the line, one for the target, one for the time. The formats are Common and Combined.
 *
 * <p>It exists to disagree with the classifier. So it shares no code with it, not even the default
 * rules, and it prefers being obvious to being fast: everything is a string with one character for
 * each byte, and the regular expressions are left to backtrack. The work for one line can grow with
 * the cube of its length, which is why it is a companion for tests with short lines only.
 */
public final class Oracle {

  /**
   * What a line is.
   *
   * @param label the class, by its name in results
   * @param path the path that a counted line counts for, empty for every other line
   */
  public record Judgement(String label, String path) {}

  /** An agent is closed by a quote before whitespace or the end; by the first if there is none. */
  private static final String AGENT = "\"(?<agent>TEXT)\"(?:(?=\\s|\\z)|(?!TEXT\"(?:\\s|\\z)))";

  /**
   * A line in which TEXT stands for the pattern of what a quote closes.
   *
   * <p>A word before whitespace and a bracket is the user, whatever word. Else the atomic groups
   * say that the first bracket behind whitespace begins the time; in either case, that the first
   * one before a quote ends it, whatever comes then. The whitespace before the bracket may be that
   * behind the identity: then there is no user. Request and referer are closed by the first quote
   * with which all the rest fits: a status and a size with something behind them that no tail is
   * close no request.
   */
  private static final String LINE =
      "(?>(?<host>\\S+)\\s+(?<identity>\\S+)\\s+(?<user>\\S++(?=\\s+\\[)|.*?(?=\\s*(?<=\\s)\\[))\\s*\\[)"
          + "(?>(?<time>.*?)\\]\\s+\")"
          + "(?<request>TEXT)\"\\s+(?<status>\\d+|-)\\s+(?<bytes>\\d+|-)"
          + "(?:\\s*\\z|\\s+\"(?<referer>TEXT)\"\\s+"
          + AGENT
          + ")";

  /** Where a quote closes only if the number of backslashes right before it is even. */
  private static final Pattern ESCAPING = line(".*?(?<!\\\\)(?:\\\\\\\\)*+");

  /** Where a backslash is a byte like any other, for servers that escape nothing. */
  private static final Pattern PLAIN = line(".*?");

  private static final Pattern BLANK = Pattern.compile("\\s*");

  private static final String ALL = "all";

  private final String section;
  private final Set<String> names;
  private final List<String> extensions;
  private final boolean extensionsInAnyCase;

  /**
   * An oracle for one set of rules, to whose extensions case matters.
   *
   * @param section the first segment of the paths that count, or {@code all}
   * @param names segments that no counted path has
   * @param extensions ends that the last segment of no counted path has
   */
  public Oracle(String section, List<String> names, List<String> extensions) {
    this(section, names, extensions, false);
  }

  /**
   * An oracle for one set of rules.
   *
   * @param section the first segment of the paths that count, or {@code all}
   * @param names segments that no counted path has
   * @param extensions ends that the last segment of no counted path has
   * @param extensionsInAnyCase whether upper and lower case are alike in an extension
   */
  public Oracle(
      String section, List<String> names, List<String> extensions, boolean extensionsInAnyCase) {
    this.section = bytewise(section);
    this.names = names.stream().map(Oracle::bytewise).collect(Collectors.toUnmodifiableSet());
    this.extensionsInAnyCase = extensionsInAnyCase;
    this.extensions = extensions.stream().map(Oracle::bytewise).map(this::comparable).toList();
  }

  /**
   * An oracle for the rules that hold where nothing is set.
   *
   * @return the oracle
   */
  public static Oracle withDefaults() {
    return new Oracle(defaultSection(), defaultNames(), defaultExtensions());
  }

  /**
   * An oracle for the rules called {@code site}.
   *
   * @return the oracle
   */
  public static Oracle forSite() {
    return new Oracle(ALL, siteNames(), siteExtensions(), true);
  }

  /**
   * The section where none is set.
   *
   * @return a copy of its own, so that a wrong default does not hide behind itself
   */
  public static String defaultSection() {
    return "book";
  }

  /**
   * The excluded names where none are set.
   *
   * @return a copy of its own
   */
  public static List<String> defaultNames() {
    return List.of(
        "favicon.ico",
        "robots.txt",
        "index.php",
        "humans.txt",
        "a2test",
        "ping",
        "dompdf.php",
        "crossdomain.xml",
        "_images",
        "search.html",
        "genindex.html",
        "searchindex.js",
        "modindex.html",
        "py-modindex.html");
  }

  /**
   * The excluded extensions where none are set.
   *
   * @return a copy of its own
   */
  public static List<String> defaultExtensions() {
    return List.of(".png", ".js", ".css");
  }

  /**
   * The excluded names of the rules called {@code site}.
   *
   * @return a copy of its own
   */
  public static List<String> siteNames() {
    return List.of("favicon.ico", "robots.txt");
  }

  /**
   * The excluded extensions of the rules called {@code site}, to which case does not matter.
   *
   * @return a copy of its own
   */
  public static List<String> siteExtensions() {
    return List.of(
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".webp",
        ".avif", ".bmp", ".woff", ".woff2", ".ttf", ".otf", ".eot");
  }

  /**
   * Decides a line.
   *
   * @param line the record without its line end
   * @return its class and path
   */
  public Judgement judge(byte[] line) {
    String text = new String(line, ISO_8859_1);
    return BLANK.matcher(text).matches()
        ? uncounted("blank")
        : fields(text).map(this::judge).orElse(uncounted("rejected/no_match"));
  }

  private Judgement judge(Matcher fields) {
    if (Moment.of(fields.group("time")).isEmpty()) {
      return uncounted("rejected/bad_time");
    }
    return Request.of(fields.group("request"))
        .map(this::judge)
        .orElse(uncounted("filtered/no_request"));
  }

  private Judgement judge(Request request) {
    return request.isBad()
        ? uncounted("filtered/bad_target")
        : filter(request.parts().map(Reference::path).orElse(""));
  }

  private Judgement filter(String path) {
    List<String> segments = List.of(path.split("/", -1));
    List<String> filled = segments.stream().filter(segment -> !segment.isEmpty()).toList();
    String last = comparable(segments.get(segments.size() - 1));
    boolean isWholeSite = section.equals(ALL);
    if (isWholeSite ? path.isEmpty() : filled.isEmpty()) {
      return uncounted("filtered/empty_path");
    }
    if (filled.stream().anyMatch(names::contains)) {
      return uncounted("filtered/excluded_name");
    }
    if (extensions.stream().anyMatch(last::endsWith)) {
      return uncounted("filtered/excluded_extension");
    }
    if (!isWholeSite && (!filled.get(0).equals(section) || filled.size() == 1)) {
      return uncounted("filtered/outside_section");
    }
    return new Judgement("counted", readable(path));
  }

  private static Judgement uncounted(String label) {
    return new Judgement(label, "");
  }

  /**
   * What an extension is compared by. Upper and lower case are those of ASCII: a path is bytes, and
   * whose letters the others are is nowhere said.
   */
  private String comparable(String bytewise) {
    return extensionsInAnyCase
        ? bytewise
            .chars()
            .map(c -> c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c)
            .mapToObj(Character::toString)
            .collect(Collectors.joining())
        : bytewise;
  }

  /**
   * The fields of a line, if it is a record in either way of reading.
   *
   * @param line with one character for each byte
   * @return a match with a group for each field
   */
  public static Optional<Matcher> fields(String line) {
    return Stream.of(ESCAPING, PLAIN)
        .map(reading -> reading.matcher(line))
        .filter(Matcher::lookingAt)
        .findFirst();
  }

  private static Pattern line(String text) {
    return Pattern.compile(LINE.replace("TEXT", text), Pattern.DOTALL);
  }

  /** One character for each byte of the UTF-8 form, like the lines. */
  private static String bytewise(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  /** The library's decoder finds the bytes that are not UTF-8; here they are only written out. */
  static String readable(String bytewise) {
    ByteBuffer in = ByteBuffer.wrap(bytewise.getBytes(ISO_8859_1));
    CharBuffer out = CharBuffer.allocate(4 * bytewise.length());
    CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int left = result.length(); left > 0; left--) {
        out.put(String.format(Locale.ROOT, "\\x%02X", Byte.toUnsignedInt(in.get())));
      }
      result = decoder.decode(in, out, true);
    }
    return out.flip().toString();
  }
}
