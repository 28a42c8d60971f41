package org.hitledger.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hitledger.testing.CommandRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A page that is made once, and opened in Chromium before each test. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PageTests {
  Browser browser;
  Path folder;
  Path page;

  /** Has the page made. */
  abstract CommandRun report();

  @BeforeAll
  void make(@TempDir Path temp) {
    browser = Browser.start();
    folder = temp;
    page = temp.resolve("report.html");
    CommandRun run = report();
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
}
