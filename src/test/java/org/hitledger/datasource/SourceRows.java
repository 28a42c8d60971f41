package org.hitledger.datasource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the rows of the source come to, in the form of what {@code count} writes.
 *
 * @param lines with all columns of the source
 */
record SourceRows(Dataset<Row> lines) {

  /** Lines by file and class; no zeros. */
  Map<String, Map<String, Long>> balance() {
    var balance = new TreeMap<String, Map<String, Long>>();
    lines
        .groupBy("file", "outcome")
        .count()
        .collectAsList()
        .forEach(
            row ->
                balance
                    .computeIfAbsent(row.getString(0), file -> new TreeMap<>())
                    .put(row.getString(1), row.getLong(2)));
    return balance;
  }

  /** Hits per path as tab-separated values, in no order. */
  List<String> counts() {
    return lines.where("outcome = 'counted'").groupBy("path").count().collectAsList().stream()
        .map(row -> row.getLong(1) + "\t" + row.getString(0))
        .toList();
  }
}
