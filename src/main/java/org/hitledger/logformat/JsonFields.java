package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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

  /** Of those whose value is the text of an array, as it stands in the line. */
  private final Map<String, ByteSlice> firstOfArrays = new HashMap<>();

  private final Set<String> atTop = new HashSet<>();

  private final byte[] text;

  private JsonFields(byte[] text) {
    this.text = text;
  }

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
      var fields = new JsonFields(text);
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
      int start = (int) parser.currentTokenLocation().getByteOffset();
      firstOfArrays.put(key, firstAndPass(parser));
      values.put(key, new ByteSlice(text, start, (int) parser.currentLocation().getByteOffset()));
    } else {
      values.put(key, bytes(parser.getText()));
      firstOfArrays.remove(key);
    }
  }

  /** The first value of what is passed, if that is a plain one; without a byte if not. */
  private static ByteSlice firstAndPass(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    boolean isPlain = token.isScalarValue() && token != JsonToken.VALUE_NULL;
    ByteSlice first = isPlain ? bytes(parser.getText()) : NOTHING;
    int depth = 1;
    while (depth > 0) {
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      token = depth > 0 ? parser.nextToken() : token;
    }
    return first;
  }

  /** What was read once already, without white space and needless escapes. */
  private static ByteSlice normal(ByteSlice structure) {
    var text = new StringWriter();
    try (JsonParser parser =
            JSON.createParser(structure.array(), structure.from(), structure.length());
        JsonGenerator generator = JSON.createGenerator(text)) {
      while (parser.nextToken() != null) {
        generator.copyCurrentEvent(parser);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes(text.toString());
  }

  /** A surrogate without its other half is no character: it stays the escape that it was. */
  private static ByteSlice bytes(String text) {
    if (!hasSurrogate(text)) {
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

  private static boolean hasSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** All values, by their keys in the order of the text. */
  Map<String, ByteSlice> values() {
    Map<String, ByteSlice> all = new LinkedHashMap<>(values);
    firstOfArrays.keySet().forEach(key -> all.put(key, normal(values.get(key))));
    return all;
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
