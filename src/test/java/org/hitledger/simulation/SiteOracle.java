package org.hitledger.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a ledger must hold: the lines of all logs, each log once. A log that is the beginning of
 * another, as far as anybody has seen, is no log of its own.
 */
final class SiteOracle {
  private final Site site;
  private final LineMaker lines;

  SiteOracle(Site site, LineMaker lines) {
    this.site = site;
    this.lines = lines;
  }

  /**
   * Rows and balance, in an order that does not matter.
   *
   * @param rows sorted
   * @param balance lines by class
   */
  record Contents(List<String> rows, Map<String, Long> balance) {}

  /** An update has entered all that the files hold. */
  void enterAll() {
    site.files().forEach(file -> file.log().enter(file.readable()));
  }

  /** What is entered. */
  Contents entered() {
    return of(site.logs().stream().collect(Collectors.toMap(log -> log, SiteLog::entered)));
  }

  /** What would be, once an update has seen the files as they are. */
  Contents afterAnUpdate() {
    Map<SiteLog, Integer> seen =
        site.files().stream()
            .collect(Collectors.toMap(SiteFile::log, SiteFile::readable, Math::max));
    return of(
        site.logs().stream()
            .collect(
                Collectors.toMap(
                    log -> log, log -> Math.max(log.entered(), seen.getOrDefault(log, 0)))));
  }

  /** The lines of what is entered. */
  List<String> enteredLines() {
    return lines(site.logs().stream().collect(Collectors.toMap(log -> log, SiteLog::entered)))
        .toList();
  }

  private Contents of(Map<SiteLog, Integer> lengths) {
    List<LineMaker.Meaning> meanings = lines(lengths).map(lines::meaning).toList();
    return new Contents(
        meanings.stream()
            .map(LineMaker.Meaning::row)
            .filter(row -> !row.isEmpty())
            .sorted()
            .toList(),
        meanings.stream()
            .collect(
                Collectors.groupingBy(
                    LineMaker.Meaning::outcome, TreeMap::new, Collectors.counting())));
  }

  private Stream<String> lines(Map<SiteLog, Integer> lengths) {
    return site.logs().stream().collect(Collectors.groupingBy(log -> log.family)).values().stream()
        .flatMap(family -> distinct(family, lengths))
        .flatMap(String::lines);
  }

  /** Texts of a family that no other goes on from. */
  private static Stream<String> distinct(List<SiteLog> family, Map<SiteLog, Integer> lengths) {
    List<String> texts = family.stream().map(log -> log.text(lengths.get(log))).distinct().toList();
    return texts.stream()
        .filter(
            text ->
                texts.stream().noneMatch(other -> !other.equals(text) && other.startsWith(text)));
  }
}
