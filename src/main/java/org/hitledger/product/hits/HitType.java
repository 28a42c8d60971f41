package org.hitledger.product.hits;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The types of columns, and how Spark has their values inside of itself: text as bytes, so that it
 * need not become a String and lose what is not UTF-8 in it, and moments as numbers.
 */
enum HitType {
  STRING(DataTypes.StringType, text -> UTF8String.fromBytes((byte[]) text)),
  INT(DataTypes.IntegerType, UnaryOperator.identity()),
  BIGINT(DataTypes.LongType, UnaryOperator.identity()),
  /** In microseconds since 1970. */
  TIMESTAMP(DataTypes.TimestampType, UnaryOperator.identity()),
  MAP(
      DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
      map ->
          ArrayBasedMapData.apply(
              (Map<?, ?>) map,
              text -> UTF8String.fromString((String) text),
              text -> UTF8String.fromString((String) text))),
  /** In days since 1970. */
  DATE(DataTypes.DateType, UnaryOperator.identity());

  private final DataType type;
  private final UnaryOperator<Object> internal;

  HitType(DataType type, UnaryOperator<Object> internal) {
    this.type = type;
    this.internal = internal;
  }

  /** A value, or null, as Spark has it inside of itself. */
  Object internal(Object value) {
    return value == null ? null : internal.apply(value);
  }

  DataType type() {
    return type;
  }
}
