package org.hitledger.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** Chromium without a window, with one page at a time. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String MISSING =
      "Chromium is not installed; on Debian: apt-get install chromium chromium-driver";
  private static final int SECONDS = 60;

  /** Keeps charts where a test finds them, and notes what a stranger's script would do. */
  private static final String BEFORE_THE_PAGE =
      """
      window.forged = [];
      for (const name of ["alert", "confirm", "prompt"]) {
        window[name] = () => { window.forged.push(name); };
      }
      let made;
      Object.defineProperty(window, "uPlot", {
        configurable: true,
        get: () => made,
        set: (library) => {
          made = new Proxy(library, {
            construct: (target, words) => (window.chart = new target(...words)),
          });
        },
      });
      """;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Leaves the tests out where Chromium is missing, but not on CI, where nobody would notice. */
  static Browser start() {
    if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(MISSING);
      }
      Assumptions.abort(MISSING);
    }
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,1000");
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
    File executable = DRIVER.toFile();
    var service = new ChromeDriverService.Builder().usingDriverExecutable(executable).build();
    var browser = new Browser(new ChromeDriver(service, options));
    browser.tell("Page.addScriptToEvaluateOnNewDocument", Map.of("source", BEFORE_THE_PAGE));
    return browser;
  }

  ChromeDriver driver() {
    return driver;
  }

  /** A command of the Chrome DevTools Protocol. */
  void tell(String command, Map<String, Object> parameters) {
    driver.executeCdpCommand(command, parameters);
  }

  /** Opens a page as on a screen in the light; what the logs held before is forgotten. */
  void open(Path page) {
    tell("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    tell("Emulation.clearDeviceMetricsOverride", Map.of());
    show("screen", "light");
    driver.manage().logs().get("browser");
    driver.manage().logs().get("performance");
    driver.get(page.toUri().toString());
  }

  /**
   * As on paper or a screen, in the light or the dark. A page hears of it when it is next painted,
   * which is waited for: HTML's event loop tells media queries before the callbacks of a frame, and
   * a frame that was under way already may be the first.
   */
  void show(String medium, String scheme) {
    var feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    tell("Emulation.setEmulatedMedia", Map.of("media", medium, "features", List.of(feature)));
    driver.executeAsyncScript(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done));");
  }

  void phone() {
    tell(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
  }

  Object script(String script, Object... words) {
    return driver.executeScript(script, words);
  }

  long number(String script, Object... words) {
    return ((Number) script(script, words)).longValue();
  }

  /** Texts that a script returns. */
  List<String> texts(String script, Object... words) {
    return ((List<?>) script(script, words)).stream().map(String::valueOf).toList();
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Drags over the middle of the chart. */
  void drag(WebElement chart) {
    new Actions(driver)
        .moveToElement(chart, -150, 0)
        .clickAndHold()
        .moveByOffset(200, 0)
        .release()
        .perform();
  }

  void clickTwice(WebElement chart) {
    new Actions(driver).doubleClick(chart).perform();
  }

  /** What the browser has complained of. */
  List<String> complaints() {
    return StreamSupport.stream(driver.manage().logs().get("browser").spliterator(), false)
        .map(Object::toString)
        .toList();
  }

  /** Requires that nothing was asked for but the page itself. */
  void requireNoRequestsBut(Path page) {
    List<String> events =
        StreamSupport.stream(driver.manage().logs().get("performance").spliterator(), false)
            .map(Object::toString)
            .filter(event -> event.contains("\"Network.requestWillBeSent\""))
            .toList();
    assertThat(events).hasSize(1).first().asString().contains(page.toUri().toString());
  }

  /** The file that a click saves. */
  String saved(Path folder, String name, WebElement click)
      throws IOException, InterruptedException {
    tell(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toString()));
    Path file = folder.resolve(name);
    try (var watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      click.click();
      while (!Files.exists(file)) {
        var key = watch.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(key).as("a file in %s", folder).isNotNull();
        key.reset();
      }
    }
    return Files.readString(file);
  }

  /** By how many pixels the page is wider than the window. */
  long sidewaysScroll() {
    return number(
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** What keeps people with disabilities from using the page. */
  List<String> barriers() {
    var found = new AxeBuilder().analyze(driver);
    assertThat(found.getPasses()).hasSizeGreaterThan(10);
    return found.getViolations().stream()
        .map(rule -> rule.getId() + ": " + rule.getHelp() + "\n" + rule.getNodes())
        .toList();
  }

  /** Keeps a picture, for people to look at. */
  void picture(String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target/pictures"));
      Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
