package org.hitledger.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of the page as a query: what report.md says it holds, in the words of DuckDB.
 *
 * @param id of its section on the page
 * @param names what its rows are of
 * @param numbers what is counted of them, what sorts them first
 * @param where which accesses belong into it
 */
record PanelQuery(String id, List<String> names, List<String> numbers, String where) {
  static final String VISITORS = "count(DISTINCT row(host, user_agent, day))";
  static final String BYTES = "coalesce(sum(bytes), 0)";
  private static final String ACCESSES = "count(*)";
  private static final String ERRORS = "count(*) FILTER (status BETWEEN 400 AND 599)";
  private static final String PAGES = "count(*) FILTER (page)";

  /** Those whose every row can be told from the hits alone. */
  static Stream<PanelQuery> all() {
    return Stream.of(
        of("pages", "path", "page", ACCESSES, VISITORS, BYTES, ERRORS),
        of("sections", section(), "page", ACCESSES, VISITORS, BYTES, ERRORS),
        of("landing", "path", "landing", ACCESSES),
        of("statuses", "CAST(status AS VARCHAR)", "true", ACCESSES, BYTES),
        of("methods", "method", "true", ACCESSES),
        of("protocols", "protocol", "true", ACCESSES),
        of("referring-sites", site(), "page AND %s <> ''".formatted(site()), ACCESSES),
        of("hosts", "host", "true", ACCESSES, PAGES, VISITORS, BYTES, ERRORS),
        of("sites", "vhost", "vhost IS NOT NULL", ACCESSES, PAGES, BYTES, ERRORS),
        of("static-files", "path", "static", ACCESSES, BYTES, ERRORS),
        of("ai-crawlers", "crawler", "kind = 'ai'", ACCESSES, PAGES, VISITORS, BYTES),
        of(
            "slow-pages",
            "path",
            "page AND duration IS NOT NULL",
            nearestRank(95),
            nearestRank(50),
            nearestRank(99),
            ACCESSES),
        new PanelQuery("not-found", List.of("path", "referer"), List.of(ACCESSES), "status = 404"),
        new PanelQuery(
            "errors",
            List.of("CAST(status AS VARCHAR)", "path"),
            List.of(ACCESSES),
            "status BETWEEN 400 AND 599 AND status <> 404"),
        new PanelQuery(
            "crawlers",
            List.of("kind", "crawler"),
            List.of(ACCESSES, PAGES, VISITORS, BYTES),
            "crawler IS NOT NULL"));
  }

  private static PanelQuery of(String id, String name, String where, String... numbers) {
    return new PanelQuery(id, List.of(name), List.of(numbers), where);
  }

  /** The least duration that so many of 100 took at most. */
  private static String nearestRank(int percent) {
    return "list_sort(list(duration))[(%d * count(*) + 99) // 100]".formatted(percent);
  }

  private static String section() {
    return "nullif(regexp_extract(path, '^/*([^/]*)', 1), '')";
  }

  /** The referer's host, by RFC 3986: without user and port; none if a bracket is unpaired. */
  private static String site() {
    String authority = "regexp_extract(referer, '^([A-Za-z][A-Za-z0-9+.-]*:)?//([^/?#]*)', 2)";
    return """
        CASE WHEN contains(%1$s, '[') = contains(%1$s, ']')
          THEN regexp_replace(regexp_replace(%1$s, '^.*@', ''), ':[0-9]*$', '') END"""
        .formatted(authority);
  }

  /** Its rows out of a table of accesses: the names, then the numbers. */
  String query(String accesses, Optional<Integer> limit) {
    // Texts that are empty are shown like those that are not there.
    List<String> texts = names.stream().map("nullif(%s, '')"::formatted).toList();
    String keys = String.join(", ", texts);
    return "SELECT %s, %s FROM %s AND (%s) GROUP BY %s ORDER BY %s DESC, %s%s"
        .formatted(
            String.join(", ", texts.stream().map("coalesce(%s, '(none)')"::formatted).toList()),
            String.join(", ", numbers),
            accesses,
            where,
            keys,
            numbers.get(0),
            String.join(", ", texts.stream().map("%s NULLS FIRST"::formatted).toList()),
            limit.map(" LIMIT %d"::formatted).orElse(""));
  }
}
