package org.hitledger.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hitledger.crawler.ListedCrawler;
import org.hitledger.fault.InputFault;
import org.hitledger.ledger.SegmentSummary;
import org.hitledger.ledger.StoredResults;
import org.hitledger.product.hits.CrawlerColumn;
import org.hitledger.product.hits.HitsTable;
import org.hitledger.publish.PublishedResults;
import org.hitledger.spark.LiteralPaths;

/** The tables of a folder of results, or of a ledger, as views of one session. */
public final class ResultViews {
  /** The counts as {@code count} has them; by the rules under which the hits were written. */
  private static final String PATH_COUNTS =
      "SELECT path, count(*) AS count FROM hits WHERE outcome = 'counted' GROUP BY path";

  /** How Spark says that a folder of Parquet has no file. */
  private static final String NO_FILE = "UNABLE_TO_INFER_SCHEMA";

  private static final StructType SEGMENTS =
      new StructType()
          .add("segment", DataTypes.StringType)
          .add("started", DataTypes.TimestampType)
          .add("ended", DataTypes.TimestampType)
          .add("logs", DataTypes.IntegerType)
          .add("lines", DataTypes.LongType)
          .add("counted", DataTypes.LongType);

  private final PublishedResults results;
  private final List<SegmentSummary> segments;
  private final List<ListedCrawler> crawlers;
  private final SparkSession session;
  private final Set<Table> tables;

  ResultViews(StoredResults stored, List<ListedCrawler> crawlers, SparkSession session) {
    this.results = stored.results();
    this.segments = stored.segments();
    this.crawlers = crawlers;
    this.session = session;
    this.tables = Table.among(stored);
  }

  /**
   * Makes a view of every table that is there, under its name: those that a query of {@code sql}
   * can name.
   *
   * @param folder results of one run, or a ledger, on any file system that Hadoop knows
   * @param session whose views they will be; that its times are UTC is its own affair
   * @throws org.hitledger.fault.InputFault if the folder cannot be read, or has nothing of ours
   */
  public static void create(String folder, SparkSession session) {
    Configuration hadoop = session.sparkContext().hadoopConfiguration();
    var views = new ResultViews(StoredResults.at(folder, hadoop), List.of(), session);
    views.tables().forEach(views::create);
  }

  /** The tables that are there. */
  Set<Table> tables() {
    return tables;
  }

  /**
   * Makes views of the tables whose names occur in a text: opening a table takes Spark a job of its
   * own, and most queries are about one.
   */
  void createNamedIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    tables.stream().filter(table -> lower.contains(table.label())).forEach(this::create);
  }

  private void create(Table table) {
    read(table)
        .orElseGet(
            () -> {
              // The counts of hits are worked out.
              create(Table.HITS);
              return session.sql(PATH_COUNTS);
            })
        .createOrReplaceTempView(table.label());
  }

  private Optional<Dataset<Row>> read(Table table) {
    if (table == Table.SEGMENTS) {
      return segments.isEmpty() ? Optional.empty() : Optional.of(segments());
    }
    // Spark refuses one reading of several partitioned tables.
    Optional<Dataset<Row>> rows =
        results.partsWith(table.label()).stream()
            .map(part -> read(table, part))
            .reduce(Dataset::unionByName);
    return table == Table.HITS ? rows.map(hits -> CrawlerColumn.addTo(hits, crawlers)) : rows;
  }

  private Dataset<Row> read(Table table, Path part) {
    try {
      return table == Table.HITS
          ? HitsTable.read(session, part.toString())
          : LiteralPaths.reader(session).parquet(new Path(part, table.label()).toString());
    } catch (Exception e) {
      // Spark throws what it has not declared.
      if (e instanceof AnalysisException empty && NO_FILE.equals(empty.getCondition())) {
        throw new InputFault(
            "%s has no file of rows; put them back as they were, or make these results anew from their logs"
                .formatted(new Path(part, table.label())),
            empty);
      }
      throw e;
    }
  }

  private Dataset<Row> segments() {
    return session.createDataFrame(
        segments.stream()
            .map(
                segment ->
                    RowFactory.create(
                        segment.segment(),
                        Instant.parse(segment.started()),
                        Instant.parse(segment.ended()),
                        segment.logs(),
                        segment.lines(),
                        segment.counted()))
            .toList(),
        SEGMENTS);
  }
}
