package org.hitledger.query;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.hitledger.fault.UsageFault;
import org.hitledger.rows.Value;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Takes values out of Spark's rows. */
final class RowValues {
  private RowValues() {}

  static List<Value> of(Row row) {
    return IntStream.range(0, row.size()).mapToObj(i -> value(row.get(i))).toList();
  }

  private static Value value(Object value) {
    if (value == null) {
      return Value.Missing.NULL;
    }
    if (value instanceof Number number) {
      return new Value.Numeric(number);
    }
    if (value instanceof Boolean isTrue) {
      return new Value.Truth(isTrue);
    }
    return withParts(value);
  }

  private static Value withParts(Object value) {
    if (value instanceof Row row) {
      return structure(row);
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return structure(CollectionConverters.asJava(map));
    }
    return value instanceof Seq<?> seq
        ? new Value.Sequence(
            CollectionConverters.asJava(seq).stream().map(RowValues::value).toList())
        : new Value.Text(text(value));
  }

  /** As ISO 8601 has it, in UTC; java.time's own texts leave out seconds that are zero. */
  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof LocalDateTime time) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
    return value instanceof LocalTime time
        ? DateTimeFormatter.ISO_LOCAL_TIME.format(time)
        : value.toString();
  }

  private static Value structure(Row row) {
    var members = new LinkedHashMap<String, Value>();
    String[] names = row.schema().fieldNames();
    for (int i = 0; i < names.length; i++) {
      put(members, names[i], row.get(i));
    }
    return new Value.Structure(members);
  }

  private static Value structure(Map<?, ?> map) {
    var members = new LinkedHashMap<String, Value>();
    map.forEach((key, value) -> put(members, value(key).text(), value));
    return new Value.Structure(members);
  }

  private static void put(Map<String, Value> members, String name, Object value) {
    if (members.put(name, value(value)) != null) {
      throw new UsageFault(
          "two fields of a struct, or two keys of a map, are both %s; name them apart"
              .formatted(name));
    }
  }
}
