package org.hitledger.product.count;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.hitledger.balance.Balance;
import org.hitledger.balance.Totals;
import org.hitledger.logformat.FileFormats;
import org.hitledger.period.AllTime;
import org.hitledger.period.Periods;
import org.hitledger.period.TimeDivision;
import org.hitledger.product.Columns;
import org.hitledger.product.findings.FileFindings;
import org.hitledger.product.findings.FindingsOfTasks;
import org.hitledger.product.findings.PartFinding;
import org.hitledger.rules.Outcome;

/**
 * All lines of a run, counted: the one aggregation that hits per path, the balance and the defects
 * of files come out of, so that all are of one reading of the lines. Its rows say how often each
 * {@link Entry} was made; they are kept until it is closed, and those that are lost with an
 * executor are counted again from the files.
 */
public final class LineCounts implements AutoCloseable {
  private static final String NOTHING = "";

  /** Of equal entries. */
  private static final Column LINES = Columns.LINES.column().multiply(Columns.COUNT.column());

  /** Where, in the one row of sums, those of the classes begin. */
  private static final int FIRST_OUTCOME = 3;

  private final Dataset<Row> rows;
  private final TimeDivision division;
  private final Totals totals;
  private final FileFormats formats;
  private final List<FileFindings> findings;

  private LineCounts(
      Dataset<Row> rows,
      TimeDivision division,
      FileFormats formats,
      FindingsOfTasks<PartFinding> found) {
    this.rows = rows;
    this.formats = formats;
    this.division = division;
    totals = totals(sums());
    findings = findings(FileFindings.of(found.value()));
  }

  /**
   * Reads all lines and counts them.
   *
   * @param lines wherever they come from
   * @param division the periods that hits are counted in
   * @return the counts, to be closed
   * @throws IllegalStateException if the hits of all paths are not the lines counted
   */
  public static LineCounts of(ClassedLines lines, TimeDivision division) {
    lines.describeReading("counting lines");
    var found = new FindingsOfTasks<PartFinding>();
    lines.spark().sparkContext().register(found);
    Dataset<Row> entries = lines.entries(division, found).select(columns(division));
    Column[] all = Arrays.stream(entries.columns()).map(entries::col).toArray(Column[]::new);
    Dataset<Row> rows = entries.groupBy(all).count().persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return new LineCounts(rows, division, lines.formats(), found);
    } catch (RuntimeException e) {
      rows.unpersist();
      throw e;
    }
  }

  /**
   * Of entries: file or nothing, outcome, path or nothing, lines; and the start of the period,
   * unless there is one period only: each column more to group by costs.
   */
  private static Column[] columns(TimeDivision division) {
    var columns = new ArrayList<Column>();
    columns.add(Columns.FILE.column().cast("string"));
    columns.add(Columns.OUTCOME.column());
    columns.add(Columns.PATH.column().cast("string"));
    columns.add(Columns.LINES.column());
    if (division != AllTime.INSTANCE) {
      columns.add(col("periodStart").as(Columns.PERIOD_START.label()));
    }
    return columns.toArray(Column[]::new);
  }

  /** Adds all up, in one pass: each query more costs a small count as much as reading its logs. */
  private Row sums() {
    List<Column> sums = new ArrayList<>();
    sums.add(sumOf(isHit(), lit(1)));
    sums.add(sumOf(isHit(), octet_length(Columns.PATH.column())));
    sums.add(sumOf(isHit(), Columns.COUNT.column()));
    for (Outcome outcome : Outcome.values()) {
      sums.add(sumOf(not(isHit()).and(Columns.OUTCOME.column().equalTo(outcome.ordinal())), LINES));
    }
    return rows.select(sums.toArray(Column[]::new)).head();
  }

  private static Column sumOf(Column condition, Column value) {
    return coalesce(sum(when(condition, value)), lit(0L));
  }

  private static Totals totals(Row sums) {
    var lines = new EnumMap<Outcome, Long>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      lines.put(outcome, sums.getLong(FIRST_OUTCOME + outcome.ordinal()));
    }
    Balance balance = new Balance(lines).requireCounted(sums.getLong(2));
    return new Totals(balance, sums.getLong(0), sums.getLong(1));
  }

  /** Parts of a file without a rejected line have said nothing of it. */
  private List<FileFindings> findings(List<FileFindings> found) {
    if (found.stream().noneMatch(FileFindings::isOfAnotherFormat)) {
      return found;
    }
    Column isApart =
        Columns.OUTCOME.column().isin(Outcome.BLANK.ordinal(), Outcome.HEADER.ordinal());
    Map<String, Long> lines =
        rows
            .where(not(isHit()).and(not(isApart)))
            .groupBy(Columns.FILE.column())
            .agg(sum(LINES))
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
    return found.stream()
        .map(file -> file.withLines(lines.getOrDefault(file.file(), file.lines())))
        .toList();
  }

  private static Column isHit() {
    return Columns.FILE.column().equalTo(NOTHING);
  }

  /**
   * What the count comes to.
   *
   * @return sums over all files, of which both sides agree
   */
  public Totals totals() {
    return totals;
  }

  /**
   * What was found of files that have something wrong.
   *
   * @return at most one a file, by file
   */
  public List<FileFindings> findings() {
    return findings;
  }

  /**
   * What {@link Totals#rows} counts.
   *
   * @return {@code paths}, or {@code rows} where a path in two periods is two
   */
  public String nameOfRows() {
    return division == AllTime.INSTANCE ? "paths" : "rows";
  }

  /**
   * Both tables.
   *
   * @return tables that are computed when they are asked for rows
   */
  public CountTables tables() {
    return new CountTables(pathCounts(), balance());
  }

  private Dataset<Row> pathCounts() {
    Dataset<Row> hits = rows.where(isHit());
    Column path = Columns.PATH.column();
    Column count = Columns.COUNT.column();
    return division instanceof Periods periods
        ? hits.select(period(periods), periodStart(), path, count)
        : hits.select(path, count);
  }

  private static Column period(Periods periods) {
    return udf((UDF1<Long, String>) periods::label, DataTypes.StringType)
        .apply(Columns.PERIOD_START.column())
        .as(Columns.PERIOD.label());
  }

  private static Column periodStart() {
    return timestamp_seconds(Columns.PERIOD_START.column()).as(Columns.PERIOD_START.label());
  }

  /** By file, then in the order of the classes. A file may have been read in parts. */
  private Dataset<Row> balance() {
    return rows.where(not(isHit()))
        .groupBy(Columns.FILE.column(), Columns.OUTCOME.column())
        .agg(sum(LINES).as(Columns.LINES.label()))
        .orderBy(Columns.FILE.column(), Columns.OUTCOME.column())
        .withColumn(
            Columns.OUTCOME.label(),
            udf((UDF1<Integer, String>) LineCounts::label, DataTypes.StringType)
                .apply(Columns.OUTCOME.column()))
        .withColumn(
            Columns.LOG_FORMAT.label(),
            udf((UDF1<String, String>) formats::nameOf, DataTypes.StringType)
                .apply(Columns.FILE.column()));
  }

  private static String label(int ordinal) {
    return Outcome.values()[ordinal].label();
  }

  @Override
  public void close() {
    rows.unpersist();
  }
}
