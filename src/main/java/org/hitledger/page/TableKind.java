package org.hitledger.page;

import java.util.List;
import org.hitledger.report.Panel;

/** The panels of a page that are tables, in their order. */
enum TableKind {
  PAGES(
      Panel.PAGES,
      "pages",
      "Pages",
      "What was read: the lines counted, errors among them, as count counts them.",
      List.of("path"),
      List.of(Column.PAGES, Column.VISITORS, Column.BYTES, Column.ERRORS)),
  SECTIONS(
      Panel.SECTIONS,
      "sections",
      "Sections",
      "Pages by the first segment of their path.",
      List.of("section"),
      List.of(Column.PAGES, Column.VISITORS, Column.BYTES, Column.ERRORS)),
  LANDING(
      Panel.LANDING_PAGES,
      "landing",
      "Landing pages",
      "The first page that each visitor asked for on a day.",
      List.of("path"),
      List.of(Column.VISITORS)),
  NOT_FOUND(
      Panel.NOT_FOUND,
      "not-found",
      "Not found",
      "Accesses answered with 404, and the pages that send people there.",
      List.of("path", "referer"),
      List.of(Column.ACCESSES)),
  OTHER_ERRORS(
      Panel.OTHER_ERRORS,
      "errors",
      "Other errors",
      "Accesses answered with another status from 400 to 599.",
      List.of("status", "path"),
      List.of(Column.ACCESSES)),
  STATUSES(
      Panel.STATUSES,
      "statuses",
      "Statuses",
      "All accesses by the status of the response.",
      List.of("status"),
      List.of(Column.ACCESSES, Column.BYTES)),
  METHODS(
      Panel.METHODS,
      "methods",
      "Methods",
      "All accesses by the method of the request.",
      List.of("method"),
      List.of(Column.ACCESSES)),
  PROTOCOLS(
      Panel.PROTOCOLS,
      "protocols",
      "Protocols",
      "All accesses by the protocol of the request.",
      List.of("protocol"),
      List.of(Column.ACCESSES)),
  REFERRING_SITES(
      Panel.REFERRING_SITES,
      "referring-sites",
      "Referring sites",
      "Pages by the host of their referer; the site itself is among them.",
      List.of("site"),
      List.of(Column.PAGES)),
  SEARCH_ENGINES(
      Panel.SEARCH_ENGINES,
      "search-engines",
      "Search engines",
      "Pages that a search engine or an assistant led to.",
      List.of("engine"),
      List.of(Column.PAGES)),
  BROWSERS(
      Panel.BROWSERS,
      "browsers",
      "Browsers",
      "People by browser, as their user agents say.",
      List.of("browser"),
      List.of(Column.VISITORS, Column.ACCESSES)),
  SYSTEMS(
      Panel.SYSTEMS,
      "systems",
      "Systems",
      "People by operating system.",
      List.of("system"),
      List.of(Column.VISITORS, Column.ACCESSES)),
  DEVICES(
      Panel.DEVICES,
      "devices",
      "Devices",
      "People by kind of device.",
      List.of("device"),
      List.of(Column.VISITORS, Column.ACCESSES)),
  CRAWLERS(
      Panel.CRAWLERS,
      "crawlers",
      "Crawlers",
      "Programs that ask by themselves, as their user agents say.",
      List.of("kind", "crawler"),
      List.of(Column.ACCESSES, Column.PAGES, Column.VISITORS, Column.BYTES)),
  AI_CRAWLERS(
      Panel.AI_CRAWLERS,
      "ai-crawlers",
      "AI crawlers",
      "Those of them that ask for models of language, and for those who ask these.",
      List.of("crawler"),
      List.of(Column.ACCESSES, Column.PAGES, Column.VISITORS, Column.BYTES)),
  HOSTS(
      Panel.HOSTS,
      "hosts",
      "Busiest hosts",
      "All accesses by who asked.",
      List.of("host"),
      List.of(Column.ACCESSES, Column.PAGES, Column.VISITORS, Column.BYTES, Column.ERRORS)),
  SLOW_PAGES(
      Panel.SLOW_PAGES,
      "slow-pages",
      "Slowest pages",
      "How long the server took, in microseconds: for half, 95 and 99 of 100 pages at most.",
      List.of("path"),
      List.of(Column.P95, Column.MEDIAN, Column.P99, Column.PAGES)),
  SITES(
      Panel.SITES,
      "sites",
      "Sites",
      "All accesses by the site asked for, as the server logs it.",
      List.of("site"),
      List.of(Column.ACCESSES, Column.PAGES, Column.BYTES, Column.ERRORS)),
  STATIC_FILES(
      Panel.STATIC_FILES,
      "static-files",
      "Static files",
      "Accesses to what is no page by its extension.",
      List.of("path"),
      List.of(Column.ACCESSES, Column.BYTES, Column.ERRORS));

  private final Panel panel;
  private final String id;
  private final String title;
  private final String about;
  private final List<String> names;
  private final List<Column> columns;

  TableKind(
      Panel panel,
      String id,
      String title,
      String about,
      List<String> names,
      List<Column> columns) {
    this.panel = panel;
    this.id = id;
    this.title = title;
    this.about = about;
    this.names = names;
    this.columns = columns;
  }

  Panel panel() {
    return panel;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  String about() {
    return about;
  }

  List<String> names() {
    return names;
  }

  List<Column> columns() {
    return columns;
  }
}
