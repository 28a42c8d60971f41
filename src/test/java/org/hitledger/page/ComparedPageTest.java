package org.hitledger.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A page of a day beside the day before, in Chromium: each number has its change with it. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
class ComparedPageTest {
  private static final String ROWS = "document.querySelectorAll('table.rows td.n')";

  private Browser browser;
  private Path folder;
  private Path page;

  @BeforeAll
  void make(@TempDir Path temp) {
    browser = Browser.start();
    folder = temp;
    page = temp.resolve("report.html");
    CommandRun run =
        CommandRun.of(
            "report",
            "--rules=site",
            "--since=2012-06-02",
            "--until=2012-06-03",
            "--compare=previous",
            "--output",
            page,
            "src/samples");
    assertThat(run.code()).as(run.err()).isZero();
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.open(page);
  }

  @Test
  void each_number_of_head_and_tables_has_the_one_before_and_its_change() {
    List<WebElement> facts = browser.driver().findElements(By.cssSelector(".fact"));
    assertThat(facts)
        .hasSizeGreaterThan(3)
        .allSatisfy(fact -> assertThat(fact.getText()).contains(" before, "));
    List<String> numbers =
        browser.texts(
            "return [..."
                + ROWS
                + "].map((cell) => cell.dataset.n + ' ' + cell.querySelector('.before')?.textContent)");
    assertThat(numbers).hasSizeGreaterThan(100).allSatisfy(ComparedPageTest::requireChange);
  }

  private static void requireChange(String cell) {
    String[] words = cell.split(" ", 3);
    long now = Long.parseLong(words[0]);
    long before = Long.parseLong(words[1].replace(",", ""));
    String change =
        before == 0 ? "" : String.format(Locale.ROOT, "%+.1f %%", 100.0 * (now - before) / before);
    assertThat(cell).endsWith(change).contains(" before, ");
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
