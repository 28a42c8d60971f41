package org.hitledger.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hitledger.balance.Balance;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.Outcome;
import org.hitledger.rules.PathRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceTextTest {

  private static final Balance BALANCE =
      new Balance(
          Map.of(
              Outcome.BLANK, 12L,
              Outcome.NO_MATCH, 3_456L,
              Outcome.EXCLUDED_EXTENSION, 7L,
              Outcome.COUNTED, 1_234_567L));

  /** Without a filter. */
  private static final Set<Outcome> CLASSES =
      new LineClassifier(new PathRules("book", List.of(), List.of())).classes();

  @Test
  void lists_every_class_in_order_with_its_lines() {
    assertThat(BalanceText.of(BALANCE, CLASSES, 1_000, 98_765_432, 12.34))
        .isEqualTo(
            """
            lines read                      1,238,042
              blank                                12
              rejected/too_long                     0
              rejected/no_match                 3,456
              rejected/bad_time                     0
              filtered/no_request                   0
              filtered/bad_target                   0
              filtered/empty_path                   0
              filtered/excluded_name                0
              filtered/excluded_extension           7
              filtered/outside_section              0
              counted                       1,234,567
              damaged                               0
            files                               1,000
            bytes                          98,765,432
            seconds                              12.3
            """);
  }

  @Test
  void lists_no_outside_where_the_whole_site_counts() {
    Set<Outcome> classes = new LineClassifier(new PathRules("all", List.of(), List.of())).classes();
    assertThat(BalanceText.of(BALANCE, classes, 1, 1, 1))
        .isEqualTo(
            BalanceText.of(BALANCE, CLASSES, 1, 1, 1)
                .replaceFirst("  filtered/outside_section .*\n", ""));
  }

  @Test
  void lines_up_numbers_of_any_width() {
    var balance = new Balance(Map.of(Outcome.COUNTED, 123_456_789_012L, Outcome.BLANK, 1L));

    assertThat(BalanceText.of(balance, CLASSES, 1, 1, 0).lines().map(String::length).distinct())
        .hasSize(1);
    assertThat(BalanceText.of(balance, CLASSES, 1, 1, 0).lines())
        .allMatch(line -> Character.isDigit(line.charAt(line.length() - 1)));
  }

  @Test
  void tells_of_a_run_without_lines() {
    assertThat(BalanceText.of(new Balance(Map.of()), CLASSES, 1, 0, 0).lines())
        .hasSize(CLASSES.size() + 4)
        .allMatch(line -> line.endsWith(" 0") || line.endsWith(" 0.0") || line.startsWith("files"));
  }

  @Test
  void ends_with_a_line_end() {
    assertThat(BalanceText.of(BALANCE, CLASSES, 1, 1, 1)).endsWith("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG", "fr-CH", "hi-IN-u-nu-deva"})
  void is_the_same_in_every_locale(String locale) {
    String expected = BalanceText.of(BALANCE, CLASSES, 1_000, 98_765_432, 12.34);

    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      assertThat(BalanceText.of(BALANCE, CLASSES, 1_000, 98_765_432, 12.34)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }
}
