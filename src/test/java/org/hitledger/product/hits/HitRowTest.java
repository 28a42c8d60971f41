package org.hitledger.product.hits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hitledger.logformat.Combined;
import org.hitledger.oracle.HitLines;
import org.hitledger.oracle.HitOracle;
import org.hitledger.oracle.HostileLines;
import org.hitledger.oracle.LinesOfServers;
import org.hitledger.oracle.Oracle;
import org.hitledger.privacy.Privacy;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.PathRules;
import org.hitledger.testing.Cases;
import org.hitledger.testing.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The row of a line as it is before Spark gets it, against the oracle's. In the cases a quote is
 * written as an apostrophe, and a column that is null is {@code none}.
 */
class HitRowTest {
  private static final int LINES = Cases.LINES_OF_A_DUEL.count();

  private static final String NONE = "none";

  private static final String START = "1.2.3.4 - - [01/Jun/2012:22:17:55 -0400] ";

  private static final String REQUEST = "'GET /book/a/b.html HTTP/1.1' ";

  private static final LineClassifier BOOK =
      new LineClassifier(
          new PathRules(
              Oracle.defaultSection(), Oracle.defaultNames(), Oracle.defaultExtensions()));

  private static final LineClassifier SITE =
      new LineClassifier(
          new PathRules(
              "all",
              Oracle.siteNames(),
              Oracle.siteExtensions(),
              true,
              List.of(),
              List.of(),
              List.of()));

  private static final Map<Integer, HitColumn> COLUMNS =
      Stream.of(HitColumn.values()).collect(Collectors.toMap(HitColumn::ordinal, column -> column));

  private static final Privacy NOTHING_HIDDEN =
      new Privacy(Privacy.PLAIN_HOSTS, false, false, Set.of());

  /** Of the row in the form of the oracle: nothing for a null. */
  private static Optional<Map<String, String>> row(byte[] line, LineClassifier classifier) {
    return row(line, classifier, NOTHING_HIDDEN);
  }

  private static Optional<Map<String, String>> row(
      byte[] line, LineClassifier classifier, Privacy privacy) {
    Object[] values = new Object[HitColumn.values().length];
    return classifier
        .accept(line, Combined.COMBINED.reader())
        .map(
            accepted -> {
              new HitValues(COLUMNS, privacy).write(accepted, "a.gz".getBytes(UTF_8), values);
              return texts(values);
            });
  }

  private static Map<String, String> texts(Object... values) {
    var row = new LinkedHashMap<String, String>();
    for (HitColumn column : HitColumn.values()) {
      Optional.ofNullable(values[column.ordinal()])
          .ifPresent(value -> row.put(column.label(), text(column, value)));
    }
    return row;
  }

  private static String text(HitColumn column, Object value) {
    return switch (column) {
      case TIME -> Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS).toString();
      case DATE -> LocalDate.ofEpochDay((Integer) value).toString();
      case STATUS, BYTES -> value.toString();
      default -> value.toString();
    };
  }

  @Test
  void the_row_of_any_line_is_the_oracles_to_the_letter() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("HitRowTest: -Dhitledger.seed=" + seed);
    HitLines hits = new HitLines(seed);
    HostileLines hostile = new HostileLines(seed);
    Stream.of(
            Stream.generate(hits::next).limit(LINES),
            Stream.generate(hostile::next).limit(LINES),
            LinesOfServers.some(LINES, seed).stream())
        .flatMap(lines -> lines)
        .forEach(
            line -> {
              assertRow(line, BOOK, Oracle.withDefaults());
              assertRow(line, SITE, Oracle.forSite());
            });
  }

  private static void assertRow(byte[] line, LineClassifier classifier, Oracle oracle) {
    assertThat(row(line, classifier))
        .as(Decision.visible(line))
        .isEqualTo(new HitOracle(oracle).row(line, "a.gz"));
  }

  /** What the golden table says besides class and path. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '!',
      value = {
        START + "'GET /book/x' 200 5 '-' 'x' ! protocol ! none",
        START + "'GET /book/a b.html' 200 5 '-' 'x' ! protocol ! none",
        START + "'-' 408 5 '-' 'x' ! status ! 408",
        START + "'' 400 5 '-' 'x' ! status ! 400",
        START
            + REQUEST
            + "200 5 '-' 'Tab 10\\' Build/7 Bot/2' ! user_agent ! Tab 10\\' Build/7 Bot/2",
        START + REQUEST + "200 5 '-' '\\'quoted\\'' ! user_agent ! \\'quoted\\'",
        START
            + REQUEST
            + "200 5 'http://e.org/?q=\\'a b\\'' 'x' ! referer ! http://e.org/?q=\\'a b\\'",
        START + REQUEST + "200 5 '-' '' ! user_agent ! none",
        START + REQUEST + "200 5 '-' '' '10.0.0.1' ! user_agent ! none",
        "1.2.3.4 - Jo Smith [01/Jun/2012:22:17:55 -0400] " + REQUEST + "200 5 ! user ! Jo Smith",
        "1.2.3.4 -  [01/Jun/2012:22:17:55 -0400] " + REQUEST + "200 5 ! user ! none",
        START + REQUEST + "- 5 '-' 'x' ! status ! none",
        START + REQUEST + "200 5 '-' 'C:\\' ! user_agent ! C:\\",
        START + REQUEST + "200 5 '-' 'x'garbage ! user_agent ! x",
        "h - - [30/Jun/2012:23:59:60 +0000] " + REQUEST + "200 5 ! time ! 2012-07-01T00:00:00Z"
      })
  void a_golden_line_has_its_other_facts(String line, String column, String value) {
    assertFact(line, column, value, BOOK, Oracle.withDefaults());
  }

  /** What users reported of other tools, and ours had too: the line of each and what is right. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '!',
      value = {
        START + "'GET /p.pac HTTP/1.1' 200 9 '-' '' ! user_agent ! none",
        START + "'GET /p.pac HTTP/1.1' 200 9 '-' '' ! path ! /p.pac",
        START
            + REQUEST
            + "200 5 '-' 'Dalvik/2 (Tab 8\\' Build/L4)' ! user_agent ! Dalvik/2 (Tab 8\\' Build/L4)",
        START + REQUEST + "200 5 '-' 'Dalvik/2 (Tab 8\\' Build/L4)' ! system ! Tab 8\\' Build/L4",
        START + "'GET /shuttle/' 200 5 ! path ! /shuttle/",
        START + "'GET /shuttle/' 200 5 ! outcome ! counted",
        START + "'GET /a b.html' 200 5 ! path ! /a b.html",
        START + "'GET /a b.html' 200 5 ! outcome ! counted",
        START + "'-' 408 152 ! outcome ! filtered/no_request",
        START + "'-' 408 152 ! status ! 408",
        START + "'-' 408 152 ! bytes ! 152",
        "1.2.3.4 - Jo Smith [01/Jun/2012:22:17:55 -0400] " + REQUEST + "200 5 ! outcome ! counted",
        "1.2.3.4 -  [01/Jun/2012:22:17:55 -0400] " + REQUEST + "200 5 ! outcome ! counted",
        START + "'OPTIONS * HTTP/1.0' - - ! outcome ! counted",
        START + "'OPTIONS * HTTP/1.0' - - ! status ! none",
        START + "'OPTIONS * HTTP/1.0' - - ! bytes ! none",
        START + REQUEST + "200 5 '-' '' '198.51.100.1' ! user_agent ! none",
        "h - - [30/Jun/2012:23:59:60 +0000] " + REQUEST + "200 5 ! outcome ! counted",
        "h - - [01/Jun/2012:22:17:55.250 -0400] "
            + REQUEST
            + "200 5 ! time ! 2012-06-02T02:17:55.250Z"
      })
  void a_line_that_others_misread_has_its_right_values(String line, String column, String value) {
    assertFact(line, column, value, SITE, Oracle.forSite());
  }

  /** Where the agent is cut at its first quote, whatever stands behind it excludes nothing. */
  @Test
  void an_excluded_agent_is_also_found_behind_an_escaped_quote() {
    var rules =
        new PathRules("all", List.of(), List.of(), false, List.of(), List.of("Build/"), List.of());
    byte[] line =
        (START + REQUEST + "200 5 '-' 'Dalvik/2 (Tab 8\\' Build/L4)'")
            .replace('\'', '"')
            .getBytes(ISO_8859_1);
    assertThat(row(line, new LineClassifier(rules)).orElseThrow())
        .containsEntry("outcome", "filtered/excluded_agent");
  }

  private static void assertFact(
      String line, String column, String value, LineClassifier classifier, Oracle oracle) {
    byte[] bytes = line.replace('\'', '"').getBytes(ISO_8859_1);
    assertThat(row(bytes, classifier).orElseThrow().getOrDefault(column, NONE))
        .isEqualTo(value.replace('\'', '"'));
    assertRow(bytes, classifier, oracle);
  }

  @Test
  void what_is_no_request_may_hold_anything_and_is_hidden_with_the_rest() {
    byte[] line = (START + "'GET' 400 5").replace('\'', '"').getBytes(ISO_8859_1);
    var hiding = new Privacy(Privacy.PLAIN_HOSTS, false, true, Set.of());
    assertThat(row(line, BOOK).orElseThrow()).containsEntry("request", "GET");
    assertThat(row(line, BOOK, hiding).orElseThrow()).doesNotContainKey("request");
  }
}
