package org.hitledger.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A page of a day beside the day before, in Chromium: each number has its change with it. */
@Full
class ComparedPageTest extends PageTests {
  @Override
  CommandRun report() {
    return CommandRun.of(
        "report",
        "--rules=site",
        "--since=2012-06-02",
        "--until=2012-06-03",
        "--compare=previous",
        "--output",
        page,
        "src/samples");
  }

  @Test
  void each_number_of_head_and_tables_has_the_one_before_and_its_change() {
    List<WebElement> facts = browser.driver().findElements(By.cssSelector(".fact"));
    assertThat(facts)
        .hasSizeGreaterThan(3)
        .allSatisfy(fact -> assertThat(fact.getText()).contains(" before, "));
    List<String> numbers =
        browser.texts(
            "return [...document.querySelectorAll('table.rows td.n')]"
                + ".map((cell) => cell.dataset.n + ' ' + cell.querySelector('.before')?.textContent)");
    assertThat(numbers).hasSizeGreaterThan(100).allSatisfy(ComparedPageTest::requireChange);
  }

  private static void requireChange(String cell) {
    String[] words = cell.split(" ", 3);
    long now = Long.parseLong(words[0]);
    long before = Long.parseLong(words[1].replace(",", ""));
    assertThat(words[2]).isEqualTo("before, " + change(now, before));
  }

  private static String change(long now, long before) {
    if (now == before) {
      return "±0.0 %";
    }
    if (before == 0) {
      return "new";
    }
    return String.format(Locale.ROOT, "%+.1f %%", 100.0 * (now - before) / before);
  }

  @Test
  void over_time_too_and_in_the_chart() {
    List<String> periods =
        browser.texts(
            "return [...document.querySelectorAll('#periods td.n, #weekdays td[class]:not(.h0)')]"
                + ".map((cell) => cell.querySelector('.before')?.textContent ?? 'none')");
    assertThat(periods).hasSizeGreaterThan(24 * 12).doesNotContain("none");
    assertThat(
            browser.texts(
                "return [...document.querySelectorAll('.u-legend .u-label')].map((label) => label.textContent)"))
        .containsExactly("hour", "people", "crawlers", "people before", "crawlers before");
  }

  @Test
  void a_heading_sorts_by_the_number_of_the_period_and_not_by_the_one_before() {
    browser.find("#pages thead th.n button").click();
    List<Long> sorted =
        browser
            .texts(
                "return [...document.querySelectorAll('#pages tbody tr td.n:nth-child(2)')].map((cell) => cell.dataset.n)")
            .stream()
            .map(Long::valueOf)
            .toList();
    assertThat(sorted).hasSizeGreaterThan(10).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void csv_has_the_numbers_of_the_period_alone() throws IOException, InterruptedException {
    String csv = browser.saved(folder, "statuses.csv", browser.find("#statuses .tools button"));
    assertThat(csv.lines().skip(1)).isNotEmpty().allMatch(line -> line.matches("\\d+(,\\d+)+"));
  }

  @Test
  void it_is_for_everyone_and_for_phones_too() throws IOException {
    assertThat(browser.complaints()).isEmpty();
    browser.requireNoRequestsBut(page);
    assertThat(browser.barriers()).isEmpty();
    browser.picture("compared");
    browser.phone();
    browser.driver().navigate().refresh();
    assertThat(browser.sidewaysScroll()).isZero();
    browser.picture("compared-phone");
  }
}
