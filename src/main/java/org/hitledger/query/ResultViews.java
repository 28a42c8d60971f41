package org.hitledger.query;

import static org.apache.spark.sql.functions.col;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hitledger.count.LiteralPaths;
import org.hitledger.result.PublishedResults;

/** The tables of a result folder as views of one session. */
final class ResultViews {
  /** The counts as {@code count} has them; by the rules under which the hits were written. */
  private static final String PATH_COUNTS =
      "SELECT path, count(*) AS count FROM hits WHERE outcome = 'counted' GROUP BY path";

  private static final String PARTITION = "date";

  private static final StructType NO_HITS =
      StructType.fromDDL(
          """
          time TIMESTAMP, utc_offset STRING, host STRING, identity STRING, user STRING,
          method STRING, target STRING, path STRING, params STRING, query STRING, fragment STRING,
          protocol STRING, status INT, bytes BIGINT, referer STRING, referer_scheme STRING,
          referer_host STRING, referer_path STRING, referer_query STRING, user_agent STRING,
          product STRING, system STRING, extensions STRING, section STRING, outcome STRING,
          file STRING, date DATE
          """);

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
    return table == Table.HITS ? hits() : parquet(table);
  }

  /** Its folder has no file, and so no schema, if no line was accepted. */
  private Dataset<Row> hits() {
    return results.isEmpty(Table.HITS.label())
        ? session.createDataFrame(List.of(), NO_HITS)
        : parquet(Table.HITS).withColumn(PARTITION, col(PARTITION).cast(DataTypes.DateType));
  }

  private Dataset<Row> parquet(Table table) {
    return LiteralPaths.reader(session).parquet(results.table(table.label()).toString());
  }
}
