package org.hitledger.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Full;
import org.hitledger.testing.Inert;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A page of more rows than it shows, most of them written by strangers, in Chromium. */
@Full
class StrangePageTest extends PageTests {
  private static final int MOST_ROWS = 500;
  private static final List<String> FULL_TABLES =
      List.of("pages", "sections", "landing", "not-found", "errors", "hosts", "static-files");

  @Override
  CommandRun report() {
    Path log = StrangeLog.write(folder.resolve("strange.log"));
    return CommandRun.of("report", "--rules", "site", "--output", page, log);
  }

  private long rowsShown(String panel) {
    return browser.number(
        "return document.querySelectorAll('#' + arguments[0] + ' tbody tr:not([hidden])').length",
        panel);
  }

  @Test
  void what_strangers_wrote_is_text() {
    assertThat(browser.complaints()).isEmpty();
    browser.requireNoRequestsBut(page);
    for (String size :
        browser.texts(
            "return [...document.querySelectorAll('section.panel select')].map((it) => it.closest('section').id)")) {
      browser.find("#" + size + " option:last-child").click();
    }
    assertThat(browser.texts("return window.forged")).isEmpty();
    assertThat(
            browser.texts("return [...document.querySelectorAll('td *')].map((it) => it.tagName)"))
        .doesNotContain("SCRIPT", "IMG", "STYLE", "B", "A");
    assertThat(
            browser.texts(
                "return [...document.querySelectorAll('*')].flatMap((it) => it.getAttributeNames()).filter((name) => name.startsWith('on'))"))
        .isEmpty();
    assertThat(browser.number("return document.scripts.length")).isEqualTo(1);
    Inert.requireInert(
        String.join(
            "",
            browser.texts(
                "return [...document.querySelectorAll('td.t')].map((it) => it.textContent)")));
  }

  @Test
  void what_strangers_wrote_can_be_read() {
    List<String> paths =
        browser.texts(
            "return [...document.querySelectorAll('#pages td.t')].map((it) => it.textContent)");
    assertThat(paths)
        .contains("/<script>alert(1)</script>/x", "/&lt;b&gt;&quot;/x", "/=HYPERLINK(1)/x")
        .anyMatch(path -> path.contains("\\u202Egpj.exe"))
        .anyMatch(path -> path.startsWith("/www") && path.endsWith("characters)"));
    assertThat(browser.sidewaysScroll()).isZero();
    browser.find("nav a[href='#pages']").click();
    browser.picture("strange-pages");
    browser.find("nav a[href='#not-found']").click();
    browser.picture("strange-not-found");
    browser.phone();
    browser.driver().navigate().refresh();
    assertThat(browser.sidewaysScroll()).isZero();
    browser.find("nav a[href='#pages']").click();
    browser.picture("strange-phone");
  }

  @Test
  void tables_show_ten_fifty_or_all_of_their_rows() {
    assertThat(FULL_TABLES).allSatisfy(panel -> assertThat(rowsShown(panel)).isEqualTo(10));
    List<WebElement> sizes = browser.driver().findElements(By.cssSelector("#pages option"));
    sizes.get(1).click();
    assertThat(rowsShown("pages")).isEqualTo(50);
    sizes.get(2).click();
    assertThat(rowsShown("pages")).isEqualTo(MOST_ROWS);
    sizes.get(0).click();
    assertThat(rowsShown("pages")).isEqualTo(10);
    assertThat(browser.find("#pages .about").getText()).contains("The first 500 of ");
  }

  @Test
  void csv_has_all_rows_and_no_formula() throws IOException, InterruptedException {
    String csv = browser.saved(folder, "sections.csv", browser.find("#sections .tools button"));

    var settings = new CsvParserSettings();
    settings.getFormat().setLineSeparator("\r\n");
    settings.setMaxCharsPerColumn(-1);
    List<String[]> rows = new CsvParser(settings).parseAll(new StringReader(csv));
    assertThat(csv).endsWith("\r\n").doesNotContainPattern("(?m)^\"?[=+@-]");
    assertThat(rows).hasSize(MOST_ROWS + 1);
    assertThat(rows.get(0)).containsExactly("section", "pages", "visitors", "bytes", "errors");
    assertThat(rows)
        .extracting(row -> row[0])
        .contains("'=HYPERLINK(1)", "'+1+1,2", "'-1+1;2", "'@SUM(1)", "<img", "&lt;b&gt;&quot;");
    assertThat(rows.subList(1, rows.size()))
        .allSatisfy(
            row -> assertThat(List.of(row).subList(1, 5)).allMatch(cell -> cell.matches("[0-9]+")));
  }

  @Test
  void it_opens_soon() {
    long took =
        browser.number(
            "const times = performance.getEntriesByType('navigation')[0]; return times.loadEventEnd - times.startTime");
    System.out.printf(
        "a page with 500 rows in %d tables is there after %d ms%n", FULL_TABLES.size(), took);
    assertThat(took).isPositive();
  }
}
