package org.hitledger.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says of a line what the definitions say of it, in the plainest way: one regular expression for
 * the line, one for the target, one for the time.
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

  static final Pattern LINE =
      Pattern.compile(
          "(?<host>\\S+)\\s+(?<identity>\\S+)\\s+(?<user>\\S+)\\s+\\[(?<time>.*?)\\]"
              + "\\s+\"(?<request>.*?)\"\\s+(?<status>\\d+)\\s+(?<bytes>\\d+|-)"
              + "(?:\\s*\\z|\\s+\"(?<referer>.*?)\"\\s+\"(?<agent>.+?)\")",
          Pattern.DOTALL);

  static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Pattern BLANK = Pattern.compile("\\s*");

  private static final Pattern TIME =
      Pattern.compile(
          "(?<day>\\d\\d)/(?<month>"
              + String.join("|", MONTHS)
              + ")/(?<year>(?!0000)\\d{4})"
              + ":([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d [+-]([01]\\d|2[0-3])[0-5]\\d");

  private final String section;
  private final Set<String> names;
  private final List<String> extensions;

  /**
   * An oracle for one set of rules.
   *
   * @param section the first segment of the paths that count
   * @param names segments that no counted path has
   * @param extensions ends that the last segment of no counted path has
   */
  public Oracle(String section, List<String> names, List<String> extensions) {
    this.section = bytewise(section);
    this.names = names.stream().map(Oracle::bytewise).collect(Collectors.toUnmodifiableSet());
    this.extensions = extensions.stream().map(Oracle::bytewise).toList();
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
   * Decides a line.
   *
   * @param line the record without its line end
   * @return its class and path
   */
  public Judgement judge(byte[] line) {
    String text = new String(line, ISO_8859_1);
    if (BLANK.matcher(text).matches()) {
      return uncounted("blank");
    }
    Matcher fields = LINE.matcher(text);
    if (!fields.lookingAt()) {
      return uncounted("rejected/no_match");
    }
    List<String> words = words(fields.group("request"));
    if (words.size() < 3 || Reference.of(target(words)).isBroken()) {
      return uncounted("rejected/bad_request");
    }
    if (!isTime(fields.group("time"))) {
      return uncounted("rejected/bad_time");
    }
    return filter(Reference.of(target(words)).path());
  }

  private Judgement filter(String path) {
    List<String> segments = List.of(path.split("/", -1));
    List<String> filled = segments.stream().filter(segment -> !segment.isEmpty()).toList();
    String last = segments.get(segments.size() - 1);
    if (filled.isEmpty()) {
      return uncounted("filtered/empty_path");
    }
    if (filled.stream().anyMatch(names::contains)) {
      return uncounted("filtered/excluded_name");
    }
    if (extensions.stream().anyMatch(last::endsWith)) {
      return uncounted("filtered/excluded_extension");
    }
    if (!filled.get(0).equals(section) || filled.size() == 1) {
      return uncounted("filtered/outside_section");
    }
    return new Judgement("counted", readable(path));
  }

  private static Judgement uncounted(String label) {
    return new Judgement(label, "");
  }

  /** What whitespace separates in a request. */
  static List<String> words(String request) {
    return SPACE.splitAsStream(request).filter(word -> !word.isEmpty()).toList();
  }

  /** The words between the first and the last. */
  static String target(List<String> words) {
    return String.join(" ", words.subList(1, words.size() - 1));
  }

  private static boolean isTime(String text) {
    Matcher time = TIME.matcher(text);
    return time.matches()
        && YearMonth.of(
                Integer.parseInt(time.group("year")), 1 + MONTHS.indexOf(time.group("month")))
            .isValidDay(Integer.parseInt(time.group("day")));
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
