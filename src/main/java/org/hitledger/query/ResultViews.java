package org.hitledger.query;

import java.util.EnumSet;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hitledger.product.hits.HitsTable;
import org.hitledger.publish.PublishedResults;
import org.hitledger.spark.LiteralPaths;

/** The tables of a result folder as views of one session. */
final class ResultViews {
  /** The counts as {@code count} has them; by the rules under which the hits were written. */
  private static final String PATH_COUNTS =
      "SELECT path, count(*) AS count FROM hits WHERE outcome = 'counted' GROUP BY path";

  private final PublishedResults results;
  private final SparkSession session;

  ResultViews(PublishedResults results, SparkSession session) {
    this.results = results;
    this.session = session;
  }

  /** Makes a view of every table that is there. */
  Set<Table> create() {
    Set<Table> tables = EnumSet.noneOf(Table.class);
    for (Table table : Table.values()) {
      if (results.has(table.label())) {
        read(table).createOrReplaceTempView(table.label());
        tables.add(table);
      }
    }
    if (tables.contains(Table.HITS) && tables.add(Table.PATH_COUNTS)) {
      session.sql(PATH_COUNTS).createOrReplaceTempView(Table.PATH_COUNTS.label());
    }
    return tables;
  }

  private Dataset<Row> read(Table table) {
    return table == Table.HITS
        ? HitsTable.read(session, results.path().toString())
        : parquet(table);
  }

  private Dataset<Row> parquet(Table table) {
    return LiteralPaths.reader(session).parquet(results.table(table.label()).toString());
  }
}
