package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hitledger.bytes.ByteSlice;

/**
 * One object of JSON, laid flat: what it nests has the keys on the way to it, with dots between. A
 * key as it stands goes before one that is put together.
 */
final class JsonFields {
  /** Headers are keys too, and strangers name them: as they like, and each time another way. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNameLength(Integer.MAX_VALUE).build())
          .build();

  /**
   * No server's keys lead down a longer way. It is written out for each value below it: were it as
   * long as one likes, a line would take the square of its length.
   */
  private static final int LONGEST_WAY = 200;

  private static final ByteSlice NOTHING = ByteSlice.of(new byte[0]);

  private final Map<String, ByteSlice> values = new LinkedHashMap<>();

  /** Of those whose text is that of an array. */
  private final Map<String, ByteSlice> firstOfArrays = new HashMap<>();

  private final Set<String> atTop = new HashSet<>();

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
      if (value == JsonToken.START_OBJECT && key.length() <= LONGEST_WAY) {
        readObject(parser, key + ".");
      } else if (value == JsonToken.VALUE_NULL || (!prefix.isEmpty() && atTop.contains(key))) {
        parser.skipChildren();
      } else {
        put(key, parser);
        if (prefix.isEmpty()) {
          atTop.add(key);
        }
      }
    }
  }

  /** Of values with one key the last counts, as nearly all that read JSON have it. */
  private void put(String key, JsonParser parser) throws IOException {
    if (parser.currentToken().isStructStart()) {
      Structure structure = structure(parser);
      values.put(key, structure.text());
      firstOfArrays.put(key, structure.first());
    } else {
      values.put(key, bytes(parser.getText()));
      firstOfArrays.remove(key);
    }
  }

  /**
   * What is not laid flat.
   *
   * @param text all of it
   * @param first its first value, if that is a plain one; without a byte if not
   */
  private record Structure(ByteSlice text, ByteSlice first) {}

  private static Structure structure(JsonParser parser) throws IOException {
    var text = new StringWriter();
    ByteSlice first = NOTHING;
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      generator.copyCurrentEvent(parser);
      JsonToken token = parser.nextToken();
      if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        first = bytes(parser.getText());
      }
      int depth = 1;
      while (depth > 0) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        generator.copyCurrentEvent(parser);
        token = depth > 0 ? parser.nextToken() : token;
      }
    }
    return new Structure(bytes(text.toString()), first);
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
