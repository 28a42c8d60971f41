package org.hitledger.testing;

import static org.apache.spark.sql.functions.expr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Writes a folder of accesses by its description, without the command that does. */
public final class HitsTable {
  private static final StructType GIVEN =
      new StructType(
          new StructField[] {
            DataTypes.createStructField("second", DataTypes.LongType, false),
            DataTypes.createStructField("path", DataTypes.StringType, false),
            DataTypes.createStructField("referer", DataTypes.StringType, true),
            DataTypes.createStructField("outcome", DataTypes.StringType, false)
          });

  private HitsTable() {}

  /**
   * What matters of an access.
   *
   * @param second of its time, since 1970
   * @param path of its target
   * @param referer as sent; null if there is none
   * @param outcome of its line
   */
  public record Hit(long second, String path, String referer, String outcome) {}

  /** Writes the table, and a manifest beside it. */
  public static Path write(Path results, Hit... hits) {
    List<Row> rows =
        List.of(hits).stream()
            .map(hit -> RowFactory.create(hit.second, hit.path, hit.referer, hit.outcome))
            .toList();
    Dataset<Row> given = SharedSpark.session().createDataFrame(rows, GIVEN);
    given
        .select(
            expr("timestamp_seconds(second) AS time"),
            expr("'+0000' AS utc_offset"),
            expr("'198.51.100.7' AS host"),
            expr("path"),
            expr("200 AS status"),
            expr("CAST(-5 AS BIGINT) AS bytes"),
            expr("referer"),
            expr("outcome"),
            expr("CAST(date_from_unix_date(CAST(second DIV 86400 AS INT)) AS DATE) AS date"))
        .write()
        .partitionBy("date")
        .option("compression", "zstd")
        .parquet(results.resolve("hits").toString());
    return withManifest(results);
  }

  /** Makes a folder one of results that are whole. */
  public static Path withManifest(Path results) {
    try {
      Files.createDirectories(results);
      Files.writeString(results.resolve("run.json"), "{\"versions\":{\"hitledger\":\"0\"}}");
      return results;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
