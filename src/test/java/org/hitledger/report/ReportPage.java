package org.hitledger.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as a browser without scripts has it.
 *
 * @param document its elements
 */
record ReportPage(Document document) {
  private static final List<String> WEEK = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private static final Pattern NUMBER_BEFORE = Pattern.compile("([0-9,.]+(?: %)?) before");

  /** Reads a page. */
  static ReportPage of(Path file) {
    try {
      return new ReportPage(Jsoup.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A number of the head, and the texts below it without what stands there in brackets. */
  List<String> fact(String name) {
    return factTexts(name).map(text -> text.replaceAll(" \\([^)]*\\)", "")).toList();
  }

  /** The numbers of the other period that stand below it. */
  List<String> factBefore(String name) {
    return factTexts(name)
        .flatMap(text -> NUMBER_BEFORE.matcher(text).results())
        .map(found -> found.group(1))
        .toList();
  }

  private Stream<String> factTexts(String name) {
    Element value = document.selectFirst("[data-fact='%s']".formatted(name));
    return Stream.concat(Stream.of(value.text()), value.nextElementSiblings().eachText().stream());
  }

  /** The rows of a panel, none if it is left out: names and numbers, tab-separated. */
  List<String> rows(String panel) {
    return body(panel).map(row -> joined(row.children().stream().map(ReportPage::cell))).toList();
  }

  /** The same with the numbers of the other period alone. */
  List<String> before(String panel) {
    return body(panel).map(row -> joined(row.children().stream().map(ReportPage::before))).toList();
  }

  /** Where the picture beside each path is how high, of 20; no zeros. */
  Map<String, List<String>> pagesOverTime() {
    return body("pages")
        .collect(
            Collectors.toMap(
                row -> row.selectFirst("td").wholeText(),
                row -> heights(row.selectFirst("svg.spark > path").attr("d"))));
  }

  private static List<String> heights(String outline) {
    var heights = new ArrayList<String>();
    int x = 0;
    int height = 0;
    for (String step : outline.replaceFirst("M0 20", "").replace("Z", "").split("(?=H)", -1)) {
      String[] ends = step.substring(1).split("V", -1);
      for (; x < Integer.parseInt(ends[0]); x++) {
        if (height > 0) {
          heights.add(x + " " + height);
        }
      }
      height = 20 - Integer.parseInt(ends[1]);
    }
    return heights;
  }

  private Stream<Element> body(String panel) {
    return document.select("section#%s > .scroll > table > tbody > tr".formatted(panel)).stream();
  }

  private static String joined(Stream<String> cells) {
    return cells.collect(Collectors.joining("\t"));
  }

  private static String cell(Element cell) {
    if (cell.hasClass("t")) {
      return cell.wholeText();
    }
    String number = cell.attr("data-n");
    if (!cell.ownText().equals("%,d".formatted(Long.parseLong(number)))) {
      throw new AssertionError(cell.outerHtml());
    }
    return number;
  }

  private static String before(Element cell) {
    return cell.hasClass("t") ? cell.wholeText() : beside(cell);
  }

  private static String digits(String text) {
    return text.replace(",", "");
  }

  /** What stands below all panels. */
  String footer() {
    return document.selectFirst("footer").text();
  }

  /** The numbers of all periods, tab-separated. */
  List<String> periods() {
    return periodRows()
        .map(row -> digits(joined(row.select("td").stream().map(Element::ownText))))
        .toList();
  }

  /** The numbers of the periods beside them; empty where there is none. */
  List<String> periodsBefore() {
    return periodRows()
        .map(row -> joined(row.select("td").stream().map(ReportPage::beside)))
        .toList();
  }

  /** The names of all periods, each with that of the one beside it. */
  List<String> periodNames() {
    return periodRows().map(row -> row.selectFirst("th").text()).toList();
  }

  private Stream<Element> periodRows() {
    return document.select("table#periods > tbody > tr").stream();
  }

  private static String beside(Element cell) {
    return digits(cell.select(".before").text().replaceFirst(" before,.*", ""));
  }

  /** What periods are. */
  String unit() {
    return document.selectFirst("table#periods th").text();
  }

  /** Accesses by day of the week, from Monday on, and hour; no zeros. */
  Map<String, Long> heat() {
    return heat(Element::ownText);
  }

  /** The same of the other period. */
  Map<String, Long> heatBefore() {
    return heat(
        cell -> Optional.ofNullable(cell.selectFirst(".before")).map(Element::text).orElse("0"));
  }

  private Map<String, Long> heat(Function<Element, String> number) {
    var heat = new TreeMap<String, Long>();
    for (Element row : document.select("section#weekdays tbody > tr")) {
      int day = 1 + WEEK.indexOf(row.selectFirst("th").text());
      List<Element> cells = row.select("td");
      for (int hour = 0; hour < cells.size(); hour++) {
        long accesses = Long.parseLong(digits(number.apply(cells.get(hour))));
        if (accesses > 0) {
          heat.put(day + " " + hour, accesses);
        }
      }
    }
    return heat;
  }

  /** Lines by class, and all of them. */
  Map<String, Long> balance() {
    return document.select("section#balance tbody > tr").stream()
        .collect(
            Collectors.toMap(
                row -> row.selectFirst("th").text(),
                row -> Long.valueOf(digits(row.selectFirst("td").text()))));
  }
}
