package org.hitledger.datasource;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hitledger.product.Columns;
import org.hitledger.product.hits.CrawlerColumn;
import org.hitledger.product.hits.HitColumn;

/**
 * The columns of the source: those of hits, those that tell crawlers, and those that a line has
 * which is no access.
 */
final class LineColumn {
  static final String LINE_NUMBER = Columns.LINE_NUMBER.label();
  static final String LINE = Columns.LINE.label();

  private LineColumn() {}

  static StructType schema() {
    StructType schema = HitColumn.schema();
    for (CrawlerColumn column : CrawlerColumn.values()) {
      schema = schema.add(column.label(), column.type());
    }
    return schema.add(LINE_NUMBER, DataTypes.LongType).add(LINE, DataTypes.BinaryType);
  }
}
