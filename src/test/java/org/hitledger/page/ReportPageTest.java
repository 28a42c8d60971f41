package org.hitledger.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page of the samples' report in Chromium: what it shows, and what can be done with it. */
@Full
class ReportPageTest extends PageTests {
  private static final String SHOWN =
      "return [...document.querySelectorAll('#' + arguments[0] + ' tbody tr')]"
          + ".filter((row) => row.checkVisibility())";
  private static final int LARGEST = 700_000;

  @Override
  CommandRun report() {
    return CommandRun.of("report", "--rules", "site", "--output", page, "src/samples");
  }

  private List<String> column(String panel, int at) {
    return browser.texts(
        SHOWN
            + ".map((row) => (row.cells[arguments[1]].dataset.n ?? row.cells[arguments[1]].textContent))",
        panel,
        at);
  }

  private List<Long> numbers(String panel, int at) {
    return column(panel, at).stream().map(Long::valueOf).toList();
  }

  private void sortBy(String panel, int at) {
    browser.find("#%s thead th:nth-child(%d) button".formatted(panel, at + 1)).click();
  }

  private String sorted(String panel) {
    return String.valueOf(
        browser.script(
            "return [...document.querySelectorAll('#' + arguments[0] + ' th')]"
                + ".map((head) => head.ariaSort).join()",
            panel));
  }

  private double[] span() {
    return ((List<?>) browser.script("return [chart.scales.x.min, chart.scales.x.max]"))
        .stream().mapToDouble(end -> ((Number) end).doubleValue()).toArray();
  }

  @Test
  void it_opens_without_a_complaint_and_asks_for_nothing() throws IOException {
    assertThat(browser.complaints()).isEmpty();
    browser.requireNoRequestsBut(page);
    assertThat(Files.size(page)).isLessThan(LARGEST);
  }

  @Test
  void the_charts_show_the_numbers_of_the_table() {
    for (WebElement choice : browser.driver().findElements(By.cssSelector("#choice button"))) {
      choice.click();
      assertThat(browser.texts("return chart.series.slice(1).map((line) => line.label)"))
          .hasSizeGreaterThanOrEqualTo(2);
      String wanted = choice.getText();
      int first = List.of("accesses", "pages", "visitors", "bytes", "statuses").indexOf(wanted) * 2;
      List<String> table =
          browser.texts(
              """
              const rows = [...document.querySelectorAll("#periods tbody tr")];
              return chart.series.slice(1).map((line, i) =>
                rows.map((row) => row.cells[arguments[0] + i].textContent.replaceAll(",", "")).join());
              """,
              first + 1);
      assertThat(browser.texts("return chart.data.slice(1).map((line) => line.join())"))
          .as(wanted)
          .isEqualTo(table);
    }
  }

  @Test
  void accesses_are_the_same_in_the_head_over_time_by_weekday_and_by_status() {
    long accesses =
        browser.number(
            "return +document.querySelector('[data-fact=Accesses]').textContent.replaceAll(',', '')");
    assertThat(accesses).isPositive();
    assertThat(
            browser.number(
                "return chart.data[1].concat(chart.data[2]).reduce((sum, n) => sum + n)"))
        .isEqualTo(accesses);
    assertThat(
            browser.number(
                "return [...document.querySelectorAll('.heat td')].reduce((sum, cell) => sum + +cell.textContent.replaceAll(',', ''), 0)"))
        .isEqualTo(accesses);
    assertThat(numbers("statuses", 1).stream().mapToLong(Long::longValue).sum())
        .isEqualTo(accesses);
  }

  @Test
  void every_panel_is_reached_by_its_link() {
    List<String> links =
        browser.texts("return [...document.querySelectorAll('nav a')].map((link) => link.hash)");
    assertThat(links).hasSizeGreaterThan(12).doesNotHaveDuplicates();
    assertThat(
            browser.texts(
                "return [...document.querySelectorAll('.panel')].map((it) => '#' + it.id)"))
        .isEqualTo(links);
    browser.find("nav a[href='#hosts']").click();
    browser.picture("hosts");
    assertThat(
            browser.number(
                "return Math.round(document.getElementById('hosts').getBoundingClientRect().top)"))
        .isBetween(0L, 100L);
  }

  @Test
  void a_heading_sorts_numbers_and_texts_both_ways() {
    sortBy("pages", 3);
    assertThat(sorted("pages")).isEqualTo(",,,descending,");
    assertThat(numbers("pages", 3)).hasSize(10).isSortedAccordingTo(Comparator.reverseOrder());
    sortBy("pages", 3);
    assertThat(sorted("pages")).isEqualTo(",,,ascending,");
    assertThat(numbers("pages", 3)).hasSize(10).isSorted();
    sortBy("pages", 0);
    assertThat(sorted("pages")).isEqualTo("ascending,,,,");
    assertThat(column("pages", 0)).hasSize(10).isSorted();
    sortBy("pages", 0);
    assertThat(column("pages", 0)).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void a_word_filters_rows_and_says_how_many_fit() {
    browser.find("#pages input").sendKeys("INDEX");
    assertThat(column("pages", 0)).isNotEmpty().allMatch(path -> path.contains("index"));
    assertThat(browser.find("#pages .tools .about").getText())
        .isEqualTo("%1$d of %1$d".formatted(column("pages", 0).size()));
  }

  @Test
  void dragging_looks_closer_and_two_clicks_show_all() {
    double[] all = span();
    WebElement chart = browser.find(".u-over");
    browser.drag(chart);
    double[] part = span();
    assertThat(part[0]).isGreaterThan(all[0]);
    assertThat(part[1]).isLessThan(all[1]).isGreaterThan(part[0]);
    browser.clickTwice(chart);
    assertThat(span()).isEqualTo(all);
  }

  @Test
  void nothing_moves_sideways_on_a_phone() {
    browser.phone();
    browser.driver().navigate().refresh();
    assertThat(browser.sidewaysScroll()).isZero();
    browser.picture("phone");
  }

  @Test
  void paper_has_no_controls() {
    browser.show("print", "light");
    assertThat(
            browser.texts(
                """
                return [...document.querySelectorAll("nav, input, select, .tools button, #choice button")]
                  .filter((control) => control.checkVisibility()).map((control) => control.outerHTML)
                """))
        .isEmpty();
    browser.picture("paper");
  }

  @Test
  void the_dark_scheme_has_other_colours() {
    String colours =
        "return [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color,"
            + " chart.series[1].stroke()].join()";
    String light = String.valueOf(browser.script(colours));
    browser.picture("light");
    browser.show("screen", "dark");
    assertThat(String.valueOf(browser.script(colours)).split(",(?! )"))
        .doesNotContain(light.split(",(?! )"));
    browser.picture("dark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void axe_finds_no_barrier(String scheme) {
    browser.show("screen", scheme);
    browser.find("summary").click();
    assertThat(browser.barriers()).isEmpty();
  }

  @Test
  void without_scripts_every_row_is_there() {
    browser.tell("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    browser.driver().navigate().refresh();
    assertThat(browser.driver().findElements(By.cssSelector(".tools, #choice button"))).isEmpty();
    assertThat(column("pages", 0))
        .hasSize((int) browser.number("return document.querySelectorAll('#pages tbody tr').length"))
        .hasSizeGreaterThan(10);
  }
}
