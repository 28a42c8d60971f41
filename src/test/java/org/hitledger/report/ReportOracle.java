package org.hitledger.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hitledger.testing.DuckDb;
import org.hitledger.testing.HitTable;
import org.hitledger.testing.ResultTables;

/**
 * What a page must say, worked out by DuckDB from hits that were written with the same rules;
 * shares no code with the report.
 *
 * @param hits the folder of results
 * @param accesses the hits with their local times and crawlers, as Parquet
 * @param scope which of them the report is about
 * @param filter the class of lines that are counted but for that
 */
record ReportOracle(Path hits, Path accesses, String scope, String filter) {
  /** As report.md has it: of a table, the page has the first 500 rows. */
  private static final int ROWS = 500;

  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Of all accesses of a folder of hits. */
  static ReportOracle of(Path hits, String zone) {
    Path file = hits.resolve("oracle-" + zone.replaceAll("\\W", "-") + ".parquet");
    String sql = "COPY (%s) TO '%s'".formatted(accesses(new HitTable(hits).from(), zone), file);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
    return new ReportOracle(hits, file, "true", "");
  }

  /** Of those alone that a condition holds for; the others are of a class of their own. */
  ReportOracle where(String condition, String others) {
    return new ReportOracle(hits, accesses, condition, others);
  }

  private static String accesses(String hits, String zone) {
    return """
        WITH patterns(pattern, name, kind, place) AS (VALUES %s),
        agents AS (SELECT DISTINCT user_agent FROM %s),
        folded AS (
          SELECT user_agent,
            regexp_replace(translate(user_agent, '%s', '%s'), '\\\\x[89a-f][0-9a-f]', chr(1), 'g')
              AS text
          FROM agents),
        whose AS (
          SELECT user_agent,
            arg_max(name, length(pattern) * 1000000 - place) AS crawler,
            arg_max(kind, length(pattern) * 1000000 - place) AS kind
          FROM folded JOIN patterns ON contains(text, pattern) GROUP BY user_agent),
        told AS (
          SELECT h.*, crawler, kind, timezone('%s', h.time) AS local,
            CAST(timezone('%s', h.time) AS DATE) AS day,
            outcome = 'counted' AS page,
            outcome = 'filtered/excluded_extension' AS static
          FROM %s h LEFT JOIN whose USING (user_agent))
        SELECT * FROM told"""
        .formatted(patterns(), hits, UPPER, UPPER.toLowerCase(Locale.ROOT), zone, zone, hits);
  }

  private static String patterns() {
    var rows = new ArrayList<String>();
    for (JsonNode crawler : crawlers()) {
      for (JsonNode pattern : crawler.get("patterns")) {
        rows.add(
            "(%s, %s, %s, %d)"
                .formatted(
                    quoted(pattern.asText().toLowerCase(Locale.ROOT)),
                    quoted(crawler.get("name").asText()),
                    quoted(crawler.get("kind").asText()),
                    rows.size()));
      }
    }
    return String.join(", ", rows);
  }

  private static JsonNode crawlers() {
    try {
      return new YAMLMapper().readTree(Path.of("conf/crawlers.yaml").toFile()).get("crawlers");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** All accesses of the report, and which is the first of its visitor on a day. */
  private String from() {
    return """
        (SELECT *, page AND 1 = row_number() OVER (
            PARTITION BY page, host, user_agent, day ORDER BY date_trunc('second', time), path)
          AS landing FROM '%s' WHERE %s) WHERE true"""
        .formatted(accesses, scope);
  }

  /** The rows of a panel that the page has, names and numbers tab-separated. */
  List<String> rows(PanelQuery panel) {
    return DuckDb.rows(panel.query(from(), Optional.of(ROWS)));
  }

  /** All numbers of a panel by their names. */
  Map<String, List<Long>> all(PanelQuery panel) {
    return DuckDb.rows(panel.query(from(), Optional.empty())).stream()
        .map(row -> List.of(row.split("\t", -1)))
        .collect(
            Collectors.toMap(
                cells -> String.join("\t", cells.subList(0, panel.names().size())),
                cells ->
                    cells.subList(panel.names().size(), cells.size()).stream()
                        .map(Long::valueOf)
                        .toList()));
  }

  private long number(String sql) {
    return Long.parseLong(
        DuckDb.rows("SELECT coalesce(%s, 0) FROM %s".formatted(sql, from())).get(0));
  }

  /** One number of the head, of all, of people and of crawlers. */
  List<Long> parts(String number) {
    return List.of(
        number(number),
        number(number + " FILTER (crawler IS NULL)"),
        number(number + " FILTER (crawler IS NOT NULL)"));
  }

  /** How many accesses a condition holds for. */
  long count(String condition) {
    return number("count(*) FILTER (%s)".formatted(condition));
  }

  /** Visitors that are people, and their accesses. */
  String people() {
    return DuckDb.rows(
            "SELECT %s, count(*) FROM %s AND crawler IS NULL"
                .formatted(PanelQuery.VISITORS, from()))
        .get(0);
  }

  private static String start(String unit) {
    // Hours start with the clocks of the zone; two of one name are two when clocks are put back.
    return unit.equals("hour")
        ? "time - (local - date_trunc('hour', local))"
        : "date_trunc('%s', local)".formatted(unit);
  }

  /** By hour if these span a week at most, by day if 750, by month beyond. */
  String unit() {
    String first = "min(%s)".formatted(start("hour"));
    if (number("date_diff('hour', %s, %s)".formatted(first, first.replace("min", "max")))
        < 7 * 24) {
      return "hour";
    }
    return number("max(day) - min(day)") < 750 ? "day" : "month";
  }

  /** The numbers over time: of people and crawlers in turns, then statuses by their first digit. */
  List<String> periods(String unit) {
    String two = "%1$s FILTER (crawler IS NULL) %2$s, %1$s FILTER (crawler IS NOT NULL) %3$s, ";
    String numbers =
        two.formatted("count(*)", "a", "b")
            + two.formatted("count(CASE WHEN page THEN 1 END)", "c", "d")
            + two.formatted(PanelQuery.VISITORS, "e", "f")
            + two.formatted("sum(bytes)", "g", "h")
            + Stream.of(2, 3, 4, 5)
                .map("count(*) FILTER (status // 100 = %1$d) s%1$d"::formatted)
                .collect(Collectors.joining(", "));
    return DuckDb.rows(
        """
        WITH told AS (SELECT %s AS start, %s FROM %s GROUP BY 1),
        every AS (
          SELECT unnest(generate_series(min(start), max(start), INTERVAL 1 %s)) AS start FROM told)
        SELECT %s FROM every LEFT JOIN told USING (start) ORDER BY start"""
            .formatted(
                start(unit),
                numbers,
                from(),
                unit,
                Stream.of("a", "b", "c", "d", "e", "f", "g", "h", "s2", "s3", "s4", "s5")
                    .map("CAST(coalesce(%s, 0) AS HUGEINT)"::formatted)
                    .collect(Collectors.joining(", "))));
  }

  /** How high the pages of a path stand, of 20, in each of 40 parts of the time of all pages. */
  Map<String, List<String>> pagesOverTime() {
    return DuckDb.rows(
            """
            WITH pages AS (SELECT path, date_trunc('hour', local) AS local FROM %s AND page),
            units AS (SELECT unnest([
              {unit: 'hour', most: 168}, {unit: 'day', most: 750}, {unit: 'month', most: 999999}],
              recursive := true)),
            spans AS (
              SELECT unit, min(date_diff(unit, DATE '1970-01-01', local)) AS first,
                1 + max(date_diff(unit, DATE '1970-01-01', local)) - first AS span,
                least(40, span) AS parts
              FROM pages, units GROUP BY unit, most HAVING span <= most
              ORDER BY most LIMIT 1),
            counts AS (
              SELECT path, parts,
                (date_diff(unit, DATE '1970-01-01', local) - first) * parts // span AS part,
                count(*) AS n
              FROM pages, spans GROUP BY ALL),
            bars AS (
              SELECT path, unnest(range(part * 40 // parts, (part + 1) * 40 // parts)) AS x,
                CAST(ceil(20 * n / max(n) OVER (PARTITION BY path)) AS INTEGER) AS height
              FROM counts)
            SELECT path, string_agg(x || ' ' || height, ',' ORDER BY x) FROM bars GROUP BY path
            """
                .formatted(from()))
        .stream()
        .map(row -> row.split("\t", -1))
        .collect(Collectors.toMap(row -> row[0], row -> List.of(row[1].split(","))));
  }

  /** Accesses by day of the week, from Monday on, and hour; no zeros. */
  Map<String, Long> heat() {
    return DuckDb.rows(
            "SELECT isodow(local) || ' ' || hour(local), count(*) FROM %s GROUP BY 1"
                .formatted(from()))
        .stream()
        .map(row -> row.split("\t", -1))
        .collect(Collectors.toMap(row -> row[0], row -> Long.valueOf(row[1])));
  }

  /** Lines by class, and all of them; no zeros. */
  Map<String, Long> balance() {
    var lines = new TreeMap<String, Long>();
    new ResultTables(hits)
        .balance()
        .values()
        .forEach(classes -> classes.forEach((name, n) -> lines.merge(name, n, Long::sum)));
    lines.merge("lines read", lines.values().stream().mapToLong(n -> n).sum(), Long::sum);
    long others = lines.getOrDefault("counted", 0L) - count("page");
    lines.merge("counted", -others, Long::sum);
    lines.merge(filter, others, Long::sum);
    lines
        .entrySet()
        .removeIf(entry -> entry.getValue() == 0 && !entry.getKey().equals("lines read"));
    return lines;
  }
}
