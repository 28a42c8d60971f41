package org.hitledger.yaml;

import java.util.Map;

/**
 * What a file of YAML is to hold.
 *
 * @param <T> its contents
 * @param type a record, whose components are the keys
 * @param expected all keys, for messages
 * @param example where one finds a file of this shape
 * @param values what the value of a key is, for messages, unless it is a list of texts
 */
public record Shape<T>(Class<T> type, String expected, String example, Map<String, String> values) {

  /** Takes a copy. */
  public Shape {
    values = Map.copyOf(values);
  }

  String valueOf(String key) {
    return values.getOrDefault(key, "a list of texts");
  }
}
