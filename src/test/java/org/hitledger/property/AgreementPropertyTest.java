package org.hitledger.property;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import net.jqwik.api.statistics.StatisticsReport;
import org.hitledger.testing.Decision;

/** The classifier decides every line as the oracle does, and never throws. */
@Tag("full")
class AgreementPropertyTest {

  /** Far fewer than come, so that chance fails no run; a generator that went blind does. */
  private static final int OF_EACH_CLASS = 50;

  @Provide
  Arbitrary<Line> hostile() {
    return Lines.hostile();
  }

  @Provide
  Arbitrary<String> structural() {
    return Texts.structural().ofMaxLength(80);
  }

  @Property
  void on_any_bytes(@ForAll byte[] line) {
    assertAgreement(line);
  }

  @Property
  void on_the_bytes_of_the_grammar(@ForAll("structural") String text) {
    assertAgreement(text.getBytes(ISO_8859_1));
  }

  @Property
  void behind_a_good_beginning(@ForAll("structural") String text) {
    String start = "h - - [01/Jun/2012:22:17:55 -0400] \"GET /book/";
    assertAgreement((start + text).getBytes(ISO_8859_1));
  }

  @Property
  @StatisticsReport(onFailureOnly = true)
  void on_fields_gaps_and_ends_of_any_kind(@ForAll("hostile") Line line) {
    Statistics.label("class").collect(assertAgreement(line.bytes()).label());
    Statistics.label("class").coverage(AgreementPropertyTest::requireEachClass);
  }

  private static Decision assertAgreement(byte[] line) {
    Decision expected = Decision.byOracle(line);
    assertThat(Decision.byClassifier(line)).as(Decision.visible(line)).isEqualTo(expected);
    return expected;
  }

  private static void requireEachClass(StatisticsCoverage seen) {
    Decision.LABELS.stream()
        .filter(label -> !label.equals("blank"))
        .forEach(label -> seen.check(label).count(times -> times >= OF_EACH_CLASS));
  }
}
