package org.hitledger.product.hits;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The types of columns, and the raw ones that rows have before: bytes, so that text need not become
 * a String and lose what is not UTF-8 in it, and plain numbers for moments.
 */
enum HitType {
  STRING(DataTypes.StringType, DataTypes.BinaryType, column -> column.cast(DataTypes.StringType)),
  INT(DataTypes.IntegerType, DataTypes.IntegerType, UnaryOperator.identity()),
  BIGINT(DataTypes.LongType, DataTypes.LongType, UnaryOperator.identity()),
  TIMESTAMP(DataTypes.TimestampType, DataTypes.LongType, functions::timestamp_micros),
  MAP(
      DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
      DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
      UnaryOperator.identity()),
  DATE(DataTypes.DateType, DataTypes.IntegerType, functions::date_from_unix_date);

  private final DataType type;
  private final DataType raw;
  private final UnaryOperator<Column> ofRaw;

  HitType(DataType type, DataType raw, UnaryOperator<Column> ofRaw) {
    this.type = type;
    this.raw = raw;
    this.ofRaw = ofRaw;
  }

  DataType type() {
    return type;
  }

  DataType raw() {
    return raw;
  }

  Column ofRaw(Column column) {
    return ofRaw.apply(column);
  }
}
