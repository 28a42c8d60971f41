package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hitledger.bytes.ByteSlice;

/**
 * One object of JSON, laid flat: what it nests has the keys on the way to it, with dots between. A
 * key as it stands goes before one that is put together.
 */
final class JsonFields {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, ByteSlice> values = new LinkedHashMap<>();

  /** Of arrays, whose text is their value. */
  private final Map<String, ByteSlice> firstOfArrays = new LinkedHashMap<>();

  private JsonFields() {}

  /**
   * Reads an object.
   *
   * @param text well-formed UTF-8
   * @return its values
   * @throws IOException if the text is no object, or has something behind it; its message names no
   *     text
   */
  static JsonFields read(byte[] text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      var fields = new JsonFields();
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no object");
      }
      fields.readObject(parser, "");
      if (parser.nextToken() != null) {
        throw new IOException("more than one object");
      }
      return fields;
    }
  }

  private void readObject(JsonParser parser, String prefix) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = prefix + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT) {
        readObject(parser, key + ".");
      } else if (value == JsonToken.START_ARRAY) {
        readArray(parser, key);
      } else if (value != JsonToken.VALUE_NULL) {
        put(key, bytes(parser.getText()), prefix.isEmpty());
      }
    }
  }

  private void put(String key, ByteSlice value, boolean asItStands) {
    if (asItStands) {
      values.put(key, value);
    } else {
      values.putIfAbsent(key, value);
    }
  }

  private void readArray(JsonParser parser, String key) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      generator.writeStartArray();
      int depth = 1;
      boolean isFirst = true;
      while (depth > 0) {
        JsonToken token = parser.nextToken();
        if (isFirst && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
          firstOfArrays.putIfAbsent(key, bytes(parser.getText()));
        }
        isFirst = false;
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        generator.copyCurrentEvent(parser);
      }
    }
    values.putIfAbsent(key, bytes(text.toString()));
  }

  /** A surrogate without its other half is no character: it stays the escape that it was. */
  private static ByteSlice bytes(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return ByteSlice.of(text.getBytes(UTF_8));
    }
    var whole = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c <= Character.MAX_VALUE && Character.isSurrogate((char) c)) {
                whole.append("\\u%04x".formatted(c));
              } else {
                whole.appendCodePoint(c);
              }
            });
    return ByteSlice.of(whole.toString().getBytes(UTF_8));
  }

  /** All values, by their keys in the order of the text. */
  Map<String, ByteSlice> values() {
    return values;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The value of a key, of an array its first; nothing if there is none. */
  ByteSlice value(String key, ByteSlice orElse) {
    ByteSlice first = firstOfArrays.get(key);
    return first == null ? values.getOrDefault(key, orElse) : first;
  }
}
