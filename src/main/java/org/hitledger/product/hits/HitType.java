package org.hitledger.product.hits;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The types of columns, and the raw ones that rows have before: bytes, so that text need not become
 * a String and lose what is not UTF-8 in it, and plain numbers for moments.
 */
enum HitType {
  STRING(
      DataTypes.StringType,
      DataTypes.BinaryType,
      column -> column.cast(DataTypes.StringType),
      text -> UTF8String.fromBytes((byte[]) text)),
  INT(
      DataTypes.IntegerType,
      DataTypes.IntegerType,
      UnaryOperator.identity(),
      UnaryOperator.identity()),
  BIGINT(
      DataTypes.LongType, DataTypes.LongType, UnaryOperator.identity(), UnaryOperator.identity()),
  TIMESTAMP(
      DataTypes.TimestampType,
      DataTypes.LongType,
      functions::timestamp_micros,
      UnaryOperator.identity()),
  MAP(
      DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
      DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
      UnaryOperator.identity(),
      map ->
          ArrayBasedMapData.apply(
              CollectionConverters.asJava((scala.collection.Map<?, ?>) map),
              text -> UTF8String.fromString((String) text),
              text -> UTF8String.fromString((String) text))),
  DATE(
      DataTypes.DateType,
      DataTypes.IntegerType,
      functions::date_from_unix_date,
      UnaryOperator.identity());

  private final DataType type;
  private final DataType raw;
  private final UnaryOperator<Column> ofRaw;
  private final UnaryOperator<Object> internal;

  HitType(
      DataType type, DataType raw, UnaryOperator<Column> ofRaw, UnaryOperator<Object> internal) {
    this.type = type;
    this.raw = raw;
    this.ofRaw = ofRaw;
    this.internal = internal;
  }

  /** A raw value, or null, as Spark has it inside of itself. */
  Object internal(Object value) {
    return value == null ? null : internal.apply(value);
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
