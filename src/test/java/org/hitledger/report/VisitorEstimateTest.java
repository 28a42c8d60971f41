package org.hitledger.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.hitledger.crawler.Crawlers;
import org.hitledger.rules.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorEstimateTest {
  private static final int TASKS = 3;
  private static final long JUNE_1 = 1_338_508_800;
  private static final Percentage SOME = Percentage.withPercentage(5);

  private static final TallySteps STEPS =
      new TallySteps(Crawlers.listed(List.of()), ZoneOffset.UTC, VisitorCount.ESTIMATED);

  /** All visitors ask in each task, so that each is met with several times. */
  private static Panels panels(int visitors) {
    var parts = new ArrayList<TallyEntry>();
    for (int task = 0; task < TASKS; task++) {
      accesses(visitors, task).forEachRemaining(parts::add);
    }
    parts.sort(
        (a, b) ->
            a.placement() == b.placement()
                ? Arrays.compareUnsigned(a.key(), b.key())
                : Integer.compare(a.placement(), b.placement()));
    return Panels.read(STEPS.choose(parts.iterator()).write());
  }

  private static Iterator<TallyEntry> accesses(int visitors, int task) {
    return STEPS.tally(IntStream.range(0, visitors).mapToObj(i -> access(i, task)).iterator());
  }

  /** A host has two agents; the first of them asks for one page, the other one for another. */
  private static ReportedAccess access(int i, int task) {
    byte[] nothing = {};
    return new ReportedAccess(
        Frame.REPORTED,
        Outcome.COUNTED,
        JUNE_1 + task,
        Integer.toString(i / 2).getBytes(UTF_8),
        ("agent " + i % 2).getBytes(UTF_8),
        nothing,
        "GET".getBytes(UTF_8),
        "HTTP/1.1".getBytes(UTF_8),
        ("/a/" + i % 2).getBytes(UTF_8),
        nothing,
        nothing,
        200,
        1,
        ReportedAccess.NONE);
  }

  private static List<Long> visitors(Panels panels, Panel panel) {
    return panels.of(panel).rows().stream()
        .map(row -> row.measures().of(Frame.REPORTED, Measure.VISITORS))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 400, 20_000, 300_000})
  void it_is_near_however_many_there_are_and_whoever_has_met_them(int visitors) {
    Panels panels = panels(visitors);

    assertThat(panels.of(Panel.TOTAL).sum().of(Frame.REPORTED, Measure.ACCESSES))
        .isEqualTo((long) TASKS * visitors);
    assertThat(List.of(Panel.TOTAL, Panel.HOURS, Panel.DAYS, Panel.MONTHS, Panel.SECTIONS))
        .allSatisfy(
            panel ->
                assertThat(visitors(panels, panel))
                    .as(panel.name())
                    .hasSize(1)
                    .allSatisfy(found -> assertThat(found).isCloseTo((long) visitors, SOME)));
    assertThat(visitors(panels, Panel.PAGES))
        .hasSize(2)
        .allSatisfy(found -> assertThat(found).isCloseTo(visitors / 2L, SOME));
    assertThat(visitors(panels, Panel.HOSTS)).allSatisfy(found -> assertThat(found).isEqualTo(2));
    assertThat(panels.of(Panel.HOSTS).number()).isEqualTo(visitors / 2);
    assertThat(panels.of(Panel.LANDING_PAGES).rows()).isEmpty();
  }
}
