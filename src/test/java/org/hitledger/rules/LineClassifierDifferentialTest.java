package org.hitledger.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hitledger.logformat.Combined;
import org.hitledger.oracle.HostileLines;
import org.hitledger.oracle.LinesOfServers;
import org.hitledger.oracle.Neighbours;
import org.hitledger.oracle.Oracle;
import org.hitledger.oracle.Oracle.Judgement;
import org.hitledger.testing.Cases;
import org.hitledger.testing.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The classifier and the oracle must be of one mind about every line, down to the bytes of the
 * path.
 *
 * <p>Half of it is chance, with a new seed in each run, so that the tests go on looking; the seed
 * is printed, and {@code -Dhitledger.seed=...} brings a run back. The other half is exhaustive:
 * whole neighbourhoods of good lines, where one byte decides.
 */
class LineClassifierDifferentialTest {

  private static final String SEED = "hitledger.seed";

  private static final int LINES_EACH = Cases.LINES_OF_A_DUEL.count();

  private static final int OF_EACH_CLASS = LINES_EACH / 200;

  private static final String TIME = "01/Jun/2012:22:17:55 -0400";

  private static final String COMMON =
      "::1 - - [" + TIME + "] \"GET /book/x;v/y;w?z#f HTTP/1.1\" 200 5";

  private static final String COMBINED =
      "1.2.3.4 - u [" + TIME + "] \"GET http://h/book/a.css/b HTTP/1.1\" 200 5 \"-\" \"x\"";

  private static final String STRUCTURAL = "\" []\t\r\u000b\0\\/;?#:-+.059aZ\u0080\u00c3\u00ff";

  private static final String FEW = "\" []/5-\t;a";

  /** Bytes on both sides of every border in the definition of UTF-8. */
  private static final String AROUND_UTF8 =
      "a\u007f\u0080\u008f\u0090\u009f\u00a0\u00bf\u00c0\u00c1\u00c2\u00df\u00e0\u00e1\u00ec\u00ed"
          + "\u00ee\u00ef\u00f0\u00f1\u00f3\u00f4\u00f5\u00ff";

  /** A rule set, given to both sides in the same words. */
  private record Rules(
      String section, List<String> names, List<String> extensions, boolean inAnyCase) {

    Rules(String section, List<String> names, List<String> extensions) {
      this(section, names, extensions, false);
    }

    static Rules byDefault() {
      return new Rules(Oracle.defaultSection(), Oracle.defaultNames(), Oracle.defaultExtensions());
    }

    static Rules forSite() {
      return new Rules("all", Oracle.siteNames(), Oracle.siteExtensions(), true);
    }

    Duel duel() {
      var rules =
          new PathRules(section, names, extensions, inAnyCase, List.of(), List.of(), List.of());
      return new Duel(new LineClassifier(rules), new Oracle(section, names, extensions, inAnyCase));
    }
  }

  static Stream<Rules> ruleSets() {
    return Stream.of(
        Rules.byDefault(),
        Rules.forSite(),
        new Rules("presentations", Oracle.defaultNames(), Oracle.defaultExtensions()),
        new Rules(
            "übersicht", List.of("größe", "日本", "ping"), List.of(".äö", ".tar.gz", "~", ".js")),
        new Rules("a b", List.of("two words", "\\xFF", ".png", "x"), List.of(".png", "l", " ")));
  }

  @ParameterizedTest
  @MethodSource("ruleSets")
  void agrees_on_hostile_lines(Rules rules) {
    long seed = seed();
    System.out.printf(
        Locale.ROOT, "hostile lines, section '%s': -D%s=%d%n", rules.section(), SEED, seed);
    HostileLines lines = new HostileLines(seed);
    Duel duel = rules.duel();
    duel.fight(Stream.generate(lines::next).limit(LINES_EACH));
    duel.assertAgreement("-D" + SEED + "=" + seed + " with " + rules);
    assertThat(duel.seen)
        .as("how often each class occurred, with -D%s=%d", SEED, seed)
        .containsOnlyKeys(
            Decision.LABELS.stream().filter(label -> canBe(label, rules.section())).toList())
        .allSatisfy(
            (label, times) -> assertThat(times).as(label).isGreaterThanOrEqualTo(OF_EACH_CLASS));
  }

  private static boolean canBe(String label, String section) {
    return !section.equals("all") || !label.equals("filtered/outside_section");
  }

  @ParameterizedTest
  @MethodSource("ruleSets")
  void agrees_on_lines_of_servers(Rules rules) {
    long seed = seed();
    Duel duel = rules.duel();
    duel.fight(LinesOfServers.some(LINES_EACH, seed).stream());
    duel.assertAgreement("-D" + SEED + "=" + seed + " with " + rules);
  }

  @ParameterizedTest
  @ValueSource(strings = {"book", "all"})
  void agrees_where_nothing_is_excluded(String section) {
    long seed = seed();
    HostileLines lines = new HostileLines(seed);
    Duel duel = new Rules(section, List.of(), List.of()).duel();
    duel.fight(Stream.generate(lines::next).limit(LINES_EACH / 4));
    duel.assertAgreement("-D" + SEED + "=" + seed + " without exclusions");
  }

  @ParameterizedTest
  @ValueSource(strings = {COMMON, COMBINED})
  void agrees_around_good_lines(String good) {
    Neighbours neighbours = new Neighbours(good);
    Duel duel = Rules.byDefault().duel();
    duel.fight(neighbours.cuts());
    duel.fight(neighbours.duplications());
    duel.fight(neighbours.replacements(anyByte()));
    duel.fight(neighbours.insertions(anyByte()));
    duel.fight(neighbours.replacements(Neighbours.texts(STRUCTURAL, 2)));
    duel.fight(neighbours.insertions(Neighbours.texts(STRUCTURAL, 2)));
    duel.fight(neighbours.replacements(Neighbours.texts(FEW, 3)));
    duel.fight(neighbours.insertions(Neighbours.texts(FEW, 3)));
    duel.assertAgreement("around " + good);
  }

  @ParameterizedTest
  @ValueSource(strings = {COMMON, COMBINED})
  void agrees_on_every_short_suffix(String good) {
    Duel duel = Rules.byDefault().duel();
    IntStream.rangeClosed(1, 3)
        .mapToObj(length -> Neighbours.texts(STRUCTURAL, length))
        .forEach(suffixes -> duel.fight(suffixes.stream().map(end -> bytes(good + end))));
    duel.assertAgreement("behind " + good);
  }

  @Test
  void agrees_on_short_tails_of_a_common_line() {
    Duel duel = Rules.byDefault().duel();
    duel.fight(Neighbours.texts("\" a-\t", 7).stream().map(tail -> bytes(COMMON + tail)));
    duel.assertAgreement("tails");
  }

  @Test
  void agrees_on_what_ends_a_request() {
    Duel duel = Rules.byDefault().duel();
    duel.fight(
        Neighbours.texts("\" 5-", 8).stream()
            .map(text -> withRequest("GET /book/a" + text + " H")));
    duel.assertAgreement("quotes inside a request");
  }

  @Test
  void agrees_on_what_a_backslash_escapes() {
    Duel duel = Rules.byDefault().duel();
    Neighbours.texts("\"\\ x", 6)
        .forEach(
            text ->
                duel.fight(
                    Stream.of(
                        withRequest("GET /book/a" + text),
                        bytes(COMMON + " \"" + text + "\" \"x\""),
                        bytes(COMMON + " \"-\" \"" + text))));
    duel.fight(
        Neighbours.texts("\" 5\\", 7).stream()
            .map(text -> withRequest("GET /book/a" + text + " H")));
    duel.assertAgreement("backslashes");
  }

  @Test
  void agrees_on_users_and_brackets() {
    Duel duel = Rules.byDefault().duel();
    duel.fight(
        Neighbours.texts("[] \ta\"", 6).stream()
            .map(user -> bytes("h -" + user + "[" + TIME + "] \"GET /book/a HTTP/1.1\" 200 5")));
    duel.assertAgreement("users");
  }

  @Test
  void agrees_on_words_of_requests() {
    Duel duel = Rules.byDefault().duel();
    duel.fight(Neighbours.texts("GH/1.- a", 6).stream().map(this::withRequest));
    duel.fight(Neighbours.texts("GH/1. ", 6).stream().map(end -> withRequest("GET /book/x" + end)));
    duel.assertAgreement("requests");
  }

  @Test
  void agrees_on_every_short_target() {
    Duel duel = Rules.byDefault().duel();
    duel.fight(Neighbours.texts("/;?#:[]ab", 5).stream().map(this::withTarget));
    Stream.of("http:", "HTTPS:", "ftp:", "http://h", "/book/", "/book/a", "//[", "/book")
        .flatMap(start -> Neighbours.texts("/;?#:[]a", 4).stream().map(end -> start + end))
        .forEach(target -> duel.fight(Stream.of(withTarget(target))));
    duel.assertAgreement("targets");
  }

  @Test
  void agrees_on_every_day() {
    Duel duel = Rules.byDefault().duel();
    duel.fight(
        IntStream.of(0, 1, 4, 100, 400, 1582, 1700, 1900, 2000, 2011, 2012, 2100, 9996, 9999)
            .boxed()
            .flatMap(LineClassifierDifferentialTest::daysAndMonths)
            .map(day -> withTime(day + ":22:17:55 -0400")));
    duel.assertAgreement("days");
  }

  @Test
  void agrees_on_every_time_of_day_and_offset() {
    Duel duel = Rules.byDefault().duel();
    numbers(100, "01/Jun/2012:%02d:17:55 -0400", duel);
    numbers(100, "01/Jun/2012:22:%02d:55 -0400", duel);
    numbers(100, "01/Jun/2012:22:17:%02d -0400", duel);
    numbers(10_000, "01/Jun/2012:22:17:55 -%04d", duel);
    numbers(10_000, "01/Jun/2012:22:17:55 +%04d", duel);
    numbers(10_000, "29/Feb/%04d:22:17:55 +0000", duel);
    duel.assertAgreement("times");
  }

  @Test
  void agrees_on_every_month_of_three_letters() {
    Duel duel = Rules.byDefault().duel();
    duel.fight(
        Neighbours.texts("ADFJMNOSabceglnoprtuvy", 3).stream()
            .map(month -> withTime("01/" + month + "/2012:22:17:55 -0400")));
    duel.assertAgreement("months");
  }

  @Test
  void agrees_on_bytes_that_are_not_utf8() {
    Duel duel = Rules.byDefault().duel();
    List<String> any = anyByte();
    duel.fight(
        any.stream().flatMap(one -> any.stream().map(two -> withTarget("/book/" + one + two))));
    IntStream.rangeClosed(3, 4)
        .mapToObj(length -> Neighbours.texts(AROUND_UTF8, length))
        .forEach(texts -> duel.fight(texts.stream().map(text -> withTarget("/book/" + text))));
    duel.assertAgreement("UTF-8");
  }

  private static Stream<String> daysAndMonths(int year) {
    return Stream.of("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "))
        .flatMap(
            month ->
                IntStream.range(0, 100)
                    .mapToObj(day -> String.format(Locale.ROOT, "%02d/%s/%04d", day, month, year)));
  }

  private void numbers(int end, String format, Duel duel) {
    duel.fight(
        IntStream.range(0, end)
            .mapToObj(number -> withTime(String.format(Locale.ROOT, format, number))));
  }

  /** All but LF, which no line holds. */
  private static List<String> anyByte() {
    return IntStream.range(0, 256)
        .filter(value -> value != '\n')
        .mapToObj(value -> String.valueOf((char) value))
        .toList();
  }

  private byte[] withTarget(String target) {
    return withRequest("GET " + target + " HTTP/1.1");
  }

  private byte[] withRequest(String request) {
    return bytes("1.2.3.4 - - [" + TIME + "] \"" + request + "\" 200 5 \"-\" \"x\"");
  }

  private byte[] withTime(String time) {
    return bytes("1.2.3.4 - - [" + time + "] \"GET /book/a HTTP/1.1\" 200 5");
  }

  private static byte[] bytes(String line) {
    return line.getBytes(ISO_8859_1);
  }

  private static long seed() {
    return Optional.ofNullable(Long.getLong(SEED)).orElseGet(() -> new SecureRandom().nextLong());
  }

  /** Puts lines to both sides and keeps what they disagree about. */
  private static final class Duel {

    private static final int ENOUGH = 10;

    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> disagreements = new ArrayList<>();
    private final LineClassifier classifier;
    private final Oracle oracle;

    Duel(LineClassifier classifier, Oracle oracle) {
      this.classifier = classifier;
      this.oracle = oracle;
    }

    void fight(Stream<byte[]> lines) {
      lines.takeWhile(line -> disagreements.size() < ENOUGH).forEach(this::fight);
    }

    private void fight(byte[] line) {
      Judgement expected = oracle.judge(line);
      seen.merge(expected.label(), 1, Integer::sum);
      String wanted = shown(expected.label(), expected.path().getBytes(UTF_8));
      String got = verdict(line);
      if (!wanted.equals(got)) {
        disagreements.add(
            "line:       " + escaped(line) + "\noracle:     " + wanted + "\nclassifier: " + got);
      }
    }

    void assertAgreement(String where) {
      assertThat(seen).as("lines tried, %s", where).isNotEmpty();
      assertThat(disagreements)
          .as("what the oracle and the classifier disagree about, %s", where)
          .isEmpty();
    }

    /** An exception, too, is a wrong verdict on a line that must be shown. */
    private String verdict(byte[] line) {
      try {
        return shown(classifier.classify(line, Combined.COMBINED.reader()));
      } catch (RuntimeException thrown) {
        return "threw " + thrown;
      }
    }

    private static String shown(Verdict verdict) {
      byte[] path = verdict instanceof Counted counted ? counted.path() : new byte[0];
      return shown(verdict.outcome().label(), path);
    }

    /** The escaped form is one to one, so that two are equal where the bytes are. */
    private static String shown(String label, byte[] path) {
      return path.length == 0 ? label : label + " " + escaped(path);
    }

    private static String escaped(byte[] bytes) {
      return new String(bytes, ISO_8859_1)
          .chars()
          .mapToObj(Duel::escaped)
          .collect(Collectors.joining());
    }

    private static String escaped(int value) {
      boolean printable = value >= ' ' && value <= '~' && value != '\\';
      return printable
          ? String.valueOf((char) value)
          : String.format(Locale.ROOT, "\\x%02X", value);
    }
  }
}
