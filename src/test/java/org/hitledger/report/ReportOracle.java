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

  /** By hour up to a week of hours, by day up to 750 days, by month beyond. */
  String unit() {
    if (number("count(DISTINCT date_trunc('hour', local))") <= 7 * 24) {
      return "hour";
    }
    return number("count(DISTINCT day)") <= 750 ? "day" : "month";
  }

  /** The numbers over time: of people and crawlers in turns, then statuses by their first digit. */
  List<String> periods(String unit) {
    String two = "%1$s FILTER (crawler IS NULL), %1$s FILTER (crawler IS NOT NULL), ";
    String bytes = "coalesce(sum(bytes) FILTER (crawler IS %s NULL), 0), ";
    return DuckDb.rows(
        "SELECT %s %s %s %s %s FROM %s GROUP BY date_trunc('%s', local), %s ORDER BY min(time)"
            .formatted(
                two.formatted("count(*)"),
                "count(*) FILTER (page AND crawler IS NULL),"
                    + " count(*) FILTER (page AND crawler IS NOT NULL), ",
                two.formatted(PanelQuery.VISITORS),
                bytes.formatted("") + bytes.formatted("NOT"),
                String.join(
                    ", ",
                    List.of(2, 3, 4, 5).stream()
                        .map("count(*) FILTER (status // 100 = %d)"::formatted)
                        .toList()),
                from(),
                unit,
                unit.equals("hour") ? "local - timezone('UTC', time)" : "true"));
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
